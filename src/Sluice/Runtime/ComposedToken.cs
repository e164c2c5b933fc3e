using System.Text;

namespace Sluice.Runtime;

/// <summary>The text of a token that covers several object classes: <c>all;class=token;class=token;</c>, a class without a token yet being at its beginning.</summary>
internal static class ComposedToken
{
    private const string Mark = "all;";

    /// <summary>Writes the classes' tokens.</summary>
    public static string Format(ObjectClass[] classes, SyncToken[] components, int current, in SyncToken own)
    {
        var text = new StringBuilder(Mark);
        for (var i = 0; i < classes.Length; i++)
        {
            ref readonly var token = ref (i == current ? ref own : ref components[i]);
            text.Append(Escape(classes[i].Name)).Append('=').Append(Escape(token.ToString())).Append(';');
        }

        return text.ToString();
    }

    /// <summary>Reads the classes' tokens in the order of <paramref name="classes"/>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="classes">The classes served now.</param>
    /// <param name="added">Classes that the token does not know: they start from the beginning.</param>
    /// <param name="removed">Classes that are not served any more: their tokens are dropped.</param>
    /// <exception cref="InvalidSyncTokenException">The token is not a composed one, or one of another connector (SLC210).</exception>
    public static SyncToken[] Parse(in SyncToken token, ObjectClass[] classes, out string[] added, out string[] removed)
    {
        var parts = Read(token) ?? throw Refused(token, ObjectClass.All, "it is not one of __ALL__");
        var components = new SyncToken[classes.Length];
        var known = new bool[classes.Length];
        var dropped = new List<string>();
        foreach (var (name, component) in parts)
        {
            var index = Array.FindIndex(classes, one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                dropped.Add(name);
                continue;
            }

            components[index] = component;
            known[index] = true;
        }

        if (!known.Contains(true))
            throw Refused(token, ObjectClass.All, "it knows none of the connector's object classes");
        added = [.. classes.Where((_, i) => !known[i]).Select(one => one.Name)];
        removed = [.. dropped];
        return components;
    }

    /// <summary>Refuses a composed token for one class, whose connector could not read it.</summary>
    /// <exception cref="InvalidSyncTokenException">The token is a composed one (SLC210).</exception>
    public static void Refuse(in SyncToken token, ObjectClass objectClass)
    {
        if (Read(token) is not null)
            throw Refused(token, objectClass, "it is one of __ALL__");
    }

    /// <summary>Whether the token is a composed one that has no token of the class.</summary>
    public static bool IsBeginningOf(in SyncToken token, ObjectClass objectClass) =>
        Read(token) is { } parts && !parts.Exists(part => !part.Token.IsDefault && string.Equals(part.Name, objectClass.Name, StringComparison.OrdinalIgnoreCase));

    private static List<(string Name, SyncToken Token)>? Read(in SyncToken token)
    {
        if (token.Kind != SyncTokenKind.String || token.AsString() is not { } text || !text.StartsWith(Mark, StringComparison.Ordinal) || !text.EndsWith(';'))
            return null;
        var parts = new List<(string, SyncToken)>();
        foreach (var part in text[Mark.Length..].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            SyncToken component = default;
            if (equals <= 0 || (equals + 1 < part.Length && !SyncToken.TryParse(Unescape(part[(equals + 1)..]), out component)))
                return null;
            parts.Add((Unescape(part[..equals]), component));
        }

        return parts;
    }

    // Only what the form itself uses, so that any text passes unchanged, lone surrogates too.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("=", "%3D", StringComparison.Ordinal);

    private static string Unescape(string text) => text
        .Replace("%3D", "=", StringComparison.Ordinal)
        .Replace("%3B", ";", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);

    private static InvalidSyncTokenException Refused(in SyncToken token, ObjectClass objectClass, string why) => new(
        $"The sync token {token} cannot be used for {objectClass}: {why}. A token belongs to the connector and the object class that it was delivered for ({SyncLawIds.Slc210TokenValueType}).")
    {
        LawId = SyncLawIds.Slc210TokenValueType,
        Token = token,
        ObjectClass = objectClass,
    };
}
