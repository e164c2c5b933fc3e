namespace Sluice.Connectors.Sql;

/// <summary>A column that becomes an attribute.</summary>
/// <param name="Column">The column's name, exactly as the database has it.</param>
/// <param name="Attribute">The attribute's name, for instance <c>__ENABLE__</c>; the column's where it is left out.</param>
public sealed record SqlAttribute(string Column, string Attribute)
{
    /// <summary>An attribute that is named as its column.</summary>
    /// <param name="column">The column's name.</param>
    public SqlAttribute(string column)
        : this(column, column)
    {
    }
}
