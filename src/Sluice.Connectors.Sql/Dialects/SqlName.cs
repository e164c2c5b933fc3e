namespace Sluice.Connectors.Sql;

/// <summary>A name in a statement, always quoted: what it holds is never read as SQL.</summary>
internal readonly record struct SqlName
{
    public SqlName(string name)
        : this(null, name)
    {
    }

    public SqlName(string? schema, string name) => Quoted = schema is null ? Quote(name) : $"{Quote(schema)}.{Quote(name)}";

    public string Quoted { get; }

    public override string ToString() => Quoted;

    private static string Quote(string name) => name.Length > 0 && !name.Contains('\0', StringComparison.Ordinal)
        ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : throw new ArgumentException("A name in a database is not empty and holds no NUL.", nameof(name));
}
