using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sluice.Connectors.Sql;

/// <summary>
/// A piece of a statement, written as an interpolated string: a <see cref="SqlName"/> in it is quoted, another piece is taken over, and
/// everything else becomes a parameter. So no value can become part of a statement's text (SLC316).
/// </summary>
[InterpolatedStringHandler]
internal sealed class SqlText
{
    private readonly List<Part> _parts;

    public SqlText(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new((2 * formattedCount) + 1);
    }

    /// <summary>Makes a piece: <c>SqlText.Of($"SELECT {column} FROM {table}")</c>.</summary>
    public static SqlText Of(SqlText text) => text;

    public static SqlText Join(string separator, IEnumerable<SqlText> pieces)
    {
        var result = new SqlText(0, 0);
        foreach (var piece in pieces)
        {
            if (result._parts.Count > 0)
                result.AppendLiteral(separator);
            result.AppendFormatted(piece);
        }

        return result;
    }

    public void AppendLiteral(string text) => _parts.Add(new(text, null, false));

    public void AppendFormatted(SqlName name) => AppendLiteral(name.Quoted);

    public void AppendFormatted(SqlText piece) => _parts.AddRange(piece._parts);

    public void AppendFormatted(object? value) => _parts.Add(new(null, value, true));

    public SqlText Append(SqlText piece)
    {
        AppendFormatted(piece);
        return this;
    }

    public DbCommand ToCommand(DbConnection connection)
    {
        var command = connection.CreateCommand();
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (!part.IsValue)
            {
                text.Append(part.Text);
                continue;
            }

            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            parameter.Value = part.Value ?? DBNull.Value;
            command.Parameters.Add(parameter);
            text.Append(parameter.ParameterName);
        }

        command.CommandText = text.ToString();
        return command;
    }

    public override string ToString() => string.Concat(_parts.Select(part => part.Text ?? "?"));

    private readonly record struct Part(string? Text, object? Value, bool IsValue);
}
