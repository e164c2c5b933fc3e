using System.Globalization;
using System.Text;

namespace Sluice.TestKit;

/// <summary>Compares objects value by value, the way a host would see them.</summary>
/// <remarks>Absent, null and an empty list are one here: sources cannot tell them apart. Lists are compared without their order.</remarks>
internal sealed class ObjectComparison(ConnectorSchema schema)
{
    /// <summary>What differs, attribute by attribute; empty where nothing does.</summary>
    /// <param name="found">The object as it was delivered.</param>
    /// <param name="truth">The object as it should be.</param>
    public IReadOnlyList<string> Differences(ConnectorObject found, ConnectorObject truth)
    {
        var differences = new List<string>();
        if (!string.Equals(found.Name.Value, truth.Name.Value, StringComparison.Ordinal))
            differences.Add($"name {Show(found.Name.Value)} instead of {Show(truth.Name.Value)}");
        if (schema.Find(truth.ObjectClass) is not { } info)
            return differences;
        foreach (var attribute in info.Attributes)
        {
            if (AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name) || AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) || !Drafts.IsComparable(attribute))
                continue;
            var (left, right) = (Values(found, attribute.Name), Values(truth, attribute.Name));
            if (!left.SequenceEqual(right, StringComparer.Ordinal))
                differences.Add($"{attribute.Name} {Join(left)} instead of {Join(right)}");
        }

        return differences;
    }

    /// <summary>Whether two deltas tell the same of the same object; their tokens and whether it is new are left aside.</summary>
    public bool TellTheSame(SyncDelta left, SyncDelta right) =>
        left.ObjectClass == right.ObjectClass
        && left.Uid == right.Uid
        && (left.Type == SyncDeltaType.Delete) == (right.Type == SyncDeltaType.Delete)
        && left.PreviousUid == right.PreviousUid
        && (left.Object is null || right.Object is null ? ReferenceEquals(left.Object, right.Object) : Differences(left.Object, right.Object).Count == 0);

    /// <summary>A value in plain text, shortened; control characters are escaped.</summary>
    public static string Show(string value)
    {
        var text = new StringBuilder("'");
        foreach (var character in value.Length > 60 ? value[..60] : value)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                text.Append(character);
        }

        text.Append('\'');
        if (value.Length > 60)
            text.Append(CultureInfo.InvariantCulture, $"... ({value.Length} characters)");
        return text.ToString();
    }

    private static string[] Values(ConnectorObject source, string name) =>
        [.. source.GetValues(name).Select(Text).Order(StringComparer.Ordinal)];

    private static string Join(string[] values) => values.Length == 0 ? "nothing" : string.Join(", ", values.Select(Show));

    private static string Text(object value) => value switch
    {
        string text => text,
        byte[] bytes => Convert.ToBase64String(bytes),
        double number => number.ToString("R", CultureInfo.InvariantCulture),

        // The same instant in another offset, and the same number with another scale, are the same to every host.
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        GuardedString => "(secret)",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
