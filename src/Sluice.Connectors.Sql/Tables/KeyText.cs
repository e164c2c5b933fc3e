using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>Key values and the uid that they make. The triggers that <see cref="SqlSetup"/> prints write the same form.</summary>
internal static class KeyText
{
    public static bool CanBeKey(AttributeType type) => type is AttributeType.String or AttributeType.Int32 or AttributeType.Int64 or AttributeType.Guid;

    public static string Format(object value) => value switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D"),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no key.", nameof(value)),
    };

    public static string Format(object[] values) => values is [var only] ? Format(only) : string.Join(',', values.Select(value =>
        Format(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)));

    /// <summary>The key values of a uid; null where it is none that this table could have.</summary>
    public static object[]? Parse(string uid, IReadOnlyList<SqlColumn> key)
    {
        var texts = key.Count == 1 ? [uid] : Split(uid);
        if (texts.Count != key.Count)
            return null;
        var values = new object[texts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (Parse(texts[i], key[i].Type!.Value) is not { } value)
                return null;
            values[i] = value;
        }

        // "01" is not how the number 1 is written: no row has that uid.
        return string.Equals(Format(values), uid, StringComparison.Ordinal) ? values : null;
    }

    private static object? Parse(string text, AttributeType type) => type switch
    {
        AttributeType.String => text,
        AttributeType.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        AttributeType.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => Guid.TryParseExact(text, "D", out var guid) ? guid : null,
    };

    private static List<string> Split(string uid)
    {
        var texts = new List<string>();
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < uid.Length; i++)
        {
            if (uid[i] == ',')
            {
                texts.Add(text.ToString());
                text.Clear();
            }
            else
            {
                if (uid[i] == '\\' && i + 1 < uid.Length)
                    i++;
                text.Append(uid[i]);
            }
        }

        texts.Add(text.ToString());
        return texts;
    }
}
