namespace Sluice.Connectors.Sql;

/// <summary>The database that a <see cref="SqlConnector"/> speaks to.</summary>
public enum SqlProvider
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>PostgreSQL, from 14 on.</summary>
    PostgreSql,
}
