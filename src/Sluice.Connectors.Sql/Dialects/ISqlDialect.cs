using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>What the databases do not have in common.</summary>
internal interface ISqlDialect : IAsyncDisposable
{
    /// <summary>The database, for messages; never a secret.</summary>
    string Database { get; }

    /// <summary>Opens a connection for one piece of work.</summary>
    ValueTask<SqlSession> OpenAsync(CancellationToken cancellation);

    /// <summary>The columns of a table or view; none where it does not exist.</summary>
    ValueTask<IReadOnlyList<SqlColumn>> ColumnsAsync(SqlSession session, SqlClass mapping, CancellationToken cancellation);

    /// <summary>A column's value as an attribute has it; null for NULL.</summary>
    object? Read(DbDataReader reader, int ordinal, SqlColumn column);

    /// <summary>An attribute's value as a parameter has it.</summary>
    object Write(object value, SqlColumn column);

    /// <summary>Whether the text of a filter can stand in a statement, so that the database compares it as .NET does.</summary>
    bool Carries(string text);

    /// <summary>Exactly the rows that a filter on one value finds; null where the database cannot tell exactly.</summary>
    SqlText? Condition(TextFilter filter, SqlColumn column);

    /// <summary>The same for a comparison, <c>=</c>, <c>&lt;</c> and so on.</summary>
    SqlText? Condition(string comparison, object operand, SqlColumn column);

    /// <summary>What an error means to the connector's caller.</summary>
    ConnectorException Explain(DbException exception);

    /// <summary>The head of a class's changes, and how its change log is read.</summary>
    IChangeDialect Changes { get; }
}
