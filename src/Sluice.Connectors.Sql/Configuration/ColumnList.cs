using System.Text;

namespace Sluice.Connectors.Sql;

/// <summary>Columns in one text: <c>id, mail as e-mail, "a, b" as both</c>. A name with a comma, a quote or blanks stands in double quotes, those within doubled.</summary>
internal static class ColumnList
{
    public static IReadOnlyList<SqlAttribute> Parse(string text)
    {
        var columns = new List<SqlAttribute>();
        var rest = text.AsSpan().Trim();
        while (true)
        {
            var column = Name(ref rest);
            var attribute = column;
            if (rest is ['a' or 'A', 's' or 'S', var blank, ..] && char.IsWhiteSpace(blank))
            {
                rest = rest[3..].TrimStart();
                attribute = Name(ref rest);
            }

            columns.Add(new(column, attribute));
            if (rest.IsEmpty)
                return columns;
            if (rest[0] != ',')
                throw new FormatException($"'{text}' is not a list of columns: a comma, or 'as' and the attribute's name, is expected before '{rest}'.");
            rest = rest[1..].TrimStart();
        }
    }

    public static string Format(IEnumerable<SqlAttribute> columns) =>
        string.Join(",", columns.Select(one => string.Equals(one.Column, one.Attribute, StringComparison.Ordinal) ? Quote(one.Column) : $"{Quote(one.Column)} as {Quote(one.Attribute)}"));

    private static string Name(ref ReadOnlySpan<char> rest)
    {
        var name = new StringBuilder();
        if (rest is ['"', ..])
        {
            var at = 1;
            for (; at < rest.Length; at++)
            {
                if (rest[at] == '"')
                {
                    if (at + 1 == rest.Length || rest[at + 1] != '"')
                        break;
                    at++;
                }

                name.Append(rest[at]);
            }

            rest = at < rest.Length ? rest[(at + 1)..].TrimStart() : throw new FormatException("A quoted column name is not closed.");
        }
        else
        {
            var end = 0;
            while (end < rest.Length && rest[end] != ',' && !char.IsWhiteSpace(rest[end]))
                end++;
            name.Append(rest[..end]);
            rest = rest[end..].TrimStart();
        }

        return name.Length > 0 ? name.ToString() : throw new FormatException("A column's name is missing.");
    }

    private static string Quote(string name) =>
        name.Length > 0 && name.All(letter => letter is not (',' or '"') && !char.IsWhiteSpace(letter)) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
