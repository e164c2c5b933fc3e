namespace Sluice.Connectors.Sql;

/// <summary>A column as the database describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type, in the database's words.</param>
/// <param name="Type">The attribute type of its values; null where there is none.</param>
internal sealed record SqlColumn(string Name, string TypeName, AttributeType? Type)
{
    /// <summary>Whether it holds an array.</summary>
    public bool IsArray { get; init; }

    public bool IsNotNull { get; init; }

    /// <summary>Whether the database fills it in where a new row does not tell it.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Whether the database alone writes it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The default as SQL that an update can set; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether its texts are equal only where each byte is; false for a collation that ignores case, or one that is not known.</summary>
    public bool ComparesExactly { get; init; } = true;

    /// <summary>Whether the blanks are left out with which the database fills its texts up.</summary>
    public bool IsTrimmed { get; init; }

    /// <summary>The column in the role of key or name: a uid is read as the triggers write it.</summary>
    public SqlColumn AsKey { get => field ?? this; init; }

    public SqlName Quoted => new(Name);
}
