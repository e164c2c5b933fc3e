using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>
/// A position of a <see cref="SqlConnector"/>: the source's identity, the place in its changes, and while the first run still reads the table
/// itself, how far it has come. Its text form is the connector's own; a host stores it and gives it back.
/// </summary>
public sealed record SqlToken : ISyncTokenCodec<SqlToken>, IComparable<SqlToken>
{
    private const char Separator = '/';

    internal SqlToken(string source, LogPosition? log, ColumnPosition? column, string? readThrough = null, long rows = 0)
    {
        Source = source;
        Log = log;
        Column = column;
        ReadThrough = readThrough;
        Rows = rows;
    }

    internal string Source { get; }

    internal LogPosition? Log { get; }

    internal ColumnPosition? Column { get; }

    /// <summary>The last row that the first run delivered, as a uid; null when the first run is over.</summary>
    internal string? ReadThrough { get; }

    /// <summary>How many rows the first run has delivered; it orders its tokens.</summary>
    internal long Rows { get; }

    /// <inheritdoc/>
    public static string Encode(SqlToken value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var place = value.Log is { } log
            ? string.Create(CultureInfo.InvariantCulture, $"log/{log.Transaction}/{log.Sequence}/{log.Mark}")
            : value.Column is { } column ? string.Create(CultureInfo.InvariantCulture, $"column/{Uri.EscapeDataString(column.Value.ToString())}/{column.Ordinal}/{Optional(column.Key)}")
            : throw new ArgumentException("The token has no position.", nameof(value));
        return string.Create(CultureInfo.InvariantCulture, $"{value.Source}/{place}{(value.ReadThrough is null ? "" : $"/{value.Rows}/{Optional(value.ReadThrough)}")}");
    }

    /// <inheritdoc/>
    public static SqlToken Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Separator) switch
        {
            [var source, "log", var transaction, var sequence, var mark] => new(source, new(Number(transaction), Number(sequence), Number(mark)), null),
            [var source, "log", var transaction, var sequence, var mark, var rows, var key] => new(source, new(Number(transaction), Number(sequence), Number(mark)), null, ReadOptional(key), Number(rows)),
            [var source, "column", var value, var ordinal, var key] => new(source, null, Place(value, ordinal, key)),
            [var source, "column", var value, var ordinal, var key, var rows, var through] => new(source, null, Place(value, ordinal, key), ReadOptional(through), Number(rows)),
            _ => throw new FormatException("A token of the SQL connector reads source/log/... or source/column/...."),
        };
    }

    /// <summary>Orders the tokens of one source: those of the first run by what it has delivered, then the others by their place among the changes.</summary>
    /// <param name="other">The other token.</param>
    public int CompareTo(SqlToken? other)
    {
        if (other is null)
            return 1;
        if ((ReadThrough is null) != (other.ReadThrough is null))
            return ReadThrough is null ? 1 : -1;
        if (ReadThrough is not null)
            return Rows.CompareTo(other.Rows);
        if (Log is { } log && other.Log is { } otherLog)
            return log.CompareTo(otherLog);
        return Column is { } column && other.Column is { } otherColumn ? column.CompareTo(otherColumn) : string.CompareOrdinal(Encode(this), Encode(other));
    }

    // "-" stands for none; a key that begins with it, or is empty, is told apart by the "=".
    private static string Optional(string? key) => key is null ? "-" : "=" + Uri.EscapeDataString(key);

    private static string? ReadOptional(string text) => text is ['=', .. var key] ? Uri.UnescapeDataString(key)
        : text is "-" ? null
        : throw new FormatException("A key begins with =.");

    private static ColumnPosition Place(string value, string ordinal, string key) => new(ChangeValue.Parse(Uri.UnescapeDataString(value)), Number(ordinal), ReadOptional(key));

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
