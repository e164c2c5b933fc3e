using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// SQLite has one writer at a time, and whoever writes takes the lock before the first number is taken: numbers follow the order
/// of commits, so that everything up to the newest visible one is complete. AUTOINCREMENT and the counter never give a number twice.
/// </summary>
internal sealed class SqliteChanges : IChangeDialect
{
    public SqlText EntryColumns => SqlText.Of($"'0', l.sequence, l.mark");

    public SqlText EntryIsSettled => SqlText.Of($"1 = 1");

    public SqlText ComesEarlier => SqlText.Of($"1 = 0");

    public SqlText EntryOrder(bool descending) => descending ? SqlText.Of($"l.sequence DESC") : SqlText.Of($"l.sequence");

    public SqlText EntryAfter(LogPosition position) => SqlText.Of($"l.sequence > {position.Sequence}");

    public SqlText EntryBefore(LogPosition position) => SqlText.Of($"l.sequence < {position.Sequence}");

    public ValueTask RefuseForeignLogAsync(SqlSession session, SqlName log, CancellationToken cancellation) => ValueTask.CompletedTask;

    public async ValueTask<bool> HasTriggersAsync(SqlSession session, SqlTable table, CancellationToken cancellation)
    {
        var (master, mapping) = (new SqlName(table.Mapping.Schema, "sqlite_master"), table.Mapping);
        var triggers = SqliteSetup.TriggersOf(mapping);
        var names = SqlText.Join(", ", triggers.Select(what => SqlText.Of($"{SqlSetup.NameOf(mapping, what)}")));
        return await session.FirstAsync(
            SqlText.Of($"""
                SELECT 'x' WHERE EXISTS (SELECT 1 FROM {master} WHERE type = 'view' AND name = {mapping.WrittenByTriggers} COLLATE NOCASE)
                OR (SELECT count(*) FROM {master} WHERE type = 'trigger' AND tbl_name = {mapping.SourceInLog} COLLATE NOCASE AND name COLLATE NOCASE IN ({names})) = {triggers.Length}
                """),
            row => row.GetString(0),
            cancellation).ConfigureAwait(false) is not null;
    }

    public async ValueTask<string> IdentityAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        table.Changed is null || await HasSourceAsync(session, table, cancellation).ConfigureAwait(false)
            ? await SourceIdentity.ReadAsync(session, table, SqlText.Of($"''"), cancellation).ConfigureAwait(false)
            : SourceIdentity.Of(table.Mapping.Schema ?? "main", table.Mapping.Table);

    /// <summary>The counter is written under the write lock, as the triggers do; nothing else in SQLite is known to be.</summary>
    public async ValueTask<bool> FollowsCommitsAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        !table.Mapping.LosesLateCommits && table.Changed!.Type == AttributeType.Int64 && await HasSourceAsync(session, table, cancellation).ConfigureAwait(false);

    public async ValueTask<ChangeValue> SettledAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        (await session.RowsAsync(SqlText.Of($"SELECT counter FROM {table.Source}"), row => new ChangeValue(row.GetInt64(0)), cancellation).ConfigureAwait(false)).Single();

    public ChangeValue Lowest(SqlColumn changed) => changed.Type == AttributeType.Int64 ? new(0) : new(0, "");

    public SqlText Comparable(SqlName column, SqlColumn changed) => changed.Type == AttributeType.Int64 ? SqlText.Of($"{column}") : SqlText.Of($"{column} COLLATE BINARY");

    public SqlText Operand(ChangeValue value, SqlColumn changed) => value.Text is { } text ? SqlText.Of($"{text}") : SqlText.Of($"{value.Number}");

    public ChangeValue ReadChange(DbDataReader reader, int ordinal, SqlColumn changed) => reader.GetValue(ordinal) switch
    {
        long number when changed.Type == AttributeType.Int64 => new(number),
        string text when changed.Type != AttributeType.Int64 => new(0, text),
        var other => throw new ConnectorException($"The changed column '{changed.Name}' ({changed.TypeName}) holds a {other.GetType().Name}, which has no order among its other values."),
    };

    private static async ValueTask<bool> HasSourceAsync(SqlSession session, SqlTable table, CancellationToken cancellation)
    {
        var master = new SqlName(table.Mapping.Schema, "sqlite_master");
        return await session.FirstAsync(SqlText.Of($"SELECT name FROM {master} WHERE type = 'table' AND name = {SqlSetup.SourceTable}"), row => row.GetString(0), cancellation).ConfigureAwait(false) is not null;
    }
}
