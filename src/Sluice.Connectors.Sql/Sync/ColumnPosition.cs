namespace Sluice.Connectors.Sql;

/// <summary>A place in a table ordered by its changed column and, within equal values, by its key (SLC216).</summary>
/// <param name="Value">The changed column's value.</param>
/// <param name="Ordinal">How many rows of that value were delivered: the order of keys is the database's, so this orders the tokens.</param>
/// <param name="Key">The key of the row, as a uid; null after the last row of that value.</param>
internal readonly record struct ColumnPosition(ChangeValue Value, long Ordinal, string? Key) : IComparable<ColumnPosition>
{
    /// <summary>After all rows of a value.</summary>
    public static ColumnPosition AfterAll(ChangeValue value) => new(value, long.MaxValue, null);

    public int CompareTo(ColumnPosition other) => Value.CompareTo(other.Value) is not 0 and var order ? order : Ordinal.CompareTo(other.Ordinal);
}
