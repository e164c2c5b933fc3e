using System.Text;

namespace Sluice.Runtime;

/// <summary>The text of a token that covers several object classes: each class with its own token.</summary>
internal static class ComposedToken
{
    private const string Mark = "all;";

    /// <summary>Writes the classes' tokens; a class without one starts from the beginning.</summary>
    public static string Format(ObjectClass[] classes, SyncToken[] components, int current, in SyncToken own)
    {
        var text = new StringBuilder(Mark);
        for (var i = 0; i < classes.Length; i++)
        {
            ref readonly var token = ref (i == current ? ref own : ref components[i]);
            if (!token.IsDefault)
                text.Append(Uri.EscapeDataString(classes[i].Name)).Append('=').Append(Uri.EscapeDataString(token.ToString())).Append(';');
        }

        return text.ToString();
    }

    /// <summary>Reads the classes' tokens in the order of <paramref name="classes"/>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="classes">The classes served now.</param>
    /// <param name="added">Classes that the token does not know: they start from the beginning.</param>
    /// <param name="removed">Classes that are not served any more: their tokens are dropped.</param>
    /// <exception cref="InvalidSyncTokenException">The token is not a composed one (SLC210).</exception>
    public static SyncToken[] Parse(in SyncToken token, ObjectClass[] classes, out List<string>? added, out List<string>? removed)
    {
        added = removed = null;
        var text = token.Kind == SyncTokenKind.String ? token.AsString() : "";
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
            throw Refused(token, null);
        var components = new SyncToken[classes.Length];
        foreach (var part in text[Mark.Length..].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !SyncToken.TryParse(Uri.UnescapeDataString(part[(equals + 1)..]), out var component))
                throw Refused(token, part);
            var name = Uri.UnescapeDataString(part[..equals]);
            var index = Array.FindIndex(classes, known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                (removed ??= []).Add(name);
            else
                components[index] = component;
        }

        for (var i = 0; i < classes.Length; i++)
        {
            if (components[i].IsDefault)
                (added ??= []).Add(classes[i].Name);
        }

        return components;
    }

    private static InvalidSyncTokenException Refused(in SyncToken token, string? part) => new(
        $"The sync token {token} is not one of __ALL__ of this connector{(part is null ? "" : $": its part '{part}' does not read")}. A token belongs to the object class that it was delivered for ({SyncLawIds.Slc210TokenValueType}).")
    {
        LawId = SyncLawIds.Slc210TokenValueType,
        Token = token,
        ObjectClass = ObjectClass.All,
    };
}
