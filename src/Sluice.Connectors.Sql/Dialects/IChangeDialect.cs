using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// How a database numbers its changes. PostgreSQL's writers commit in another order than they number: there a change is
/// read when every transaction up to its own has ended. SQLite has one writer at a time, who takes its numbers under the write
/// lock: numbers follow the order of commits, and what is visible is complete.
/// </summary>
internal interface IChangeDialect
{
    /// <summary>A log entry's position: transaction (as text; 0 where there is none), sequence, mark.</summary>
    SqlText EntryColumns { get; }

    /// <summary>The log's order.</summary>
    SqlText EntryOrder(bool descending);

    /// <summary>The log's entries after a position.</summary>
    SqlText EntryAfter(LogPosition position);

    /// <summary>The log's entries before a position.</summary>
    SqlText EntryBefore(LogPosition position);

    /// <summary>The log's entries that no running transaction can still add to.</summary>
    SqlText EntryIsSettled { get; }

    /// <summary>Whether the entry <c>n</c>, a later one of the same row, comes before <c>l</c> in the log's order.</summary>
    SqlText ComesEarlier { get; }

    /// <summary>Refuses a log whose transaction numbers are of another server.</summary>
    ValueTask RefuseForeignLogAsync(SqlSession session, SqlName log, CancellationToken cancellation);

    /// <summary>
    /// Whether the triggers are there, and on, that write a table's changes to its log or keep its changed column. A log that is a view, or a column
    /// of a view, is written by whoever made it.
    /// </summary>
    ValueTask<bool> HasTriggersAsync(SqlSession session, SqlTable table, CancellationToken cancellation);

    /// <summary>The identity of a table's content; two that went separate ways differ, where the database can tell.</summary>
    ValueTask<string> IdentityAsync(SqlSession session, SqlTable table, CancellationToken cancellation);

    /// <summary>The changed column follows the order of commits: its triggers keep it, and it is of the type that they write.</summary>
    ValueTask<bool> FollowsCommitsAsync(SqlSession session, SqlTable table, CancellationToken cancellation);

    /// <summary>The newest value of such a column that nothing can be added to any more.</summary>
    ValueTask<ChangeValue> SettledAsync(SqlSession session, SqlTable table, CancellationToken cancellation);

    /// <summary>A value below all that such a column holds.</summary>
    ChangeValue Lowest(SqlColumn changed);

    /// <summary>The column as it is compared and read.</summary>
    SqlText Comparable(SqlName column, SqlColumn changed);

    /// <summary>A value to compare it with.</summary>
    SqlText Operand(ChangeValue value, SqlColumn changed);

    /// <summary>Reads the column.</summary>
    ChangeValue ReadChange(DbDataReader reader, int ordinal, SqlColumn changed);
}
