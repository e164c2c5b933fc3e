using System.Data.Common;
using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>
/// PostgreSQL's writers commit in another order than they take their numbers. Every entry therefore holds the number of its transaction
/// (<c>pg_current_xact_id()</c>), and is read only when that is below the oldest one still running (<c>pg_snapshot_xmin</c>): all that could
/// come before it is visible then, so that in the order of transactions nothing appears behind a position any more (SLC907).
/// </summary>
internal sealed class PostgreSqlChanges : IChangeDialect
{
    private const string TransactionNumber = "xid8";

    // Of the server's data: the same in a copy of its files, another where a dump is loaded.
    private static SqlText Server => SqlText.Of($"(SELECT system_identifier::text FROM pg_control_system())");

    public SqlText EntryColumns => SqlText.Of($"l.transaction::text, l.sequence, l.mark");

    public SqlText EntryIsSettled => SqlText.Of($"l.transaction < pg_snapshot_xmin(pg_current_snapshot())");

    public SqlText ComesEarlier => SqlText.Of($"n.transaction < l.transaction");

    public SqlText EntryOrder(bool descending) => descending ? SqlText.Of($"l.transaction DESC, l.sequence DESC") : SqlText.Of($"l.transaction, l.sequence");

    public SqlText EntryAfter(LogPosition position) => SqlText.Of($"(l.transaction, l.sequence) > ({Number(position.Transaction)}, {position.Sequence})");

    public SqlText EntryBefore(LogPosition position) => SqlText.Of($"(l.transaction, l.sequence) < ({Number(position.Transaction)}, {position.Sequence})");

    public async ValueTask RefuseForeignLogAsync(SqlSession session, SqlName log, CancellationToken cancellation)
    {
        if (await session.FirstAsync(SqlText.Of($"SELECT 'x' FROM {log} WHERE transaction >= pg_snapshot_xmax(pg_current_snapshot()) LIMIT 1"), row => row.GetString(0), cancellation).ConfigureAwait(false) is not null)
        {
            throw new ConnectorException(
                $"The change log {log} holds transaction numbers that this server has not given yet: it was loaded from a dump of another server. Empty it and run the setup script again; every host starts from the beginning then.");
        }
    }

    public async ValueTask<bool> HasTriggersAsync(SqlSession session, SqlTable table, CancellationToken cancellation)
    {
        // A long name is cut by the server; "name" cuts alike. Triggers for replicas alone do not see what users write.
        var (mapping, triggers) = (table.Mapping, PostgreSqlSetup.TriggersOf(table.Mapping));
        var names = SqlText.Join(", ", triggers.Select(what => SqlText.Of($"CAST({SqlSetup.NameOf(mapping, what)} AS name)")));
        return await session.FirstAsync(
            SqlText.Of($"""
                SELECT 'x' WHERE (SELECT relkind FROM pg_class WHERE oid = to_regclass({new SqlName(mapping.Schema, mapping.WrittenByTriggers).Quoted})) NOT IN ('r', 'p')
                OR (SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass({new SqlName(mapping.Schema, mapping.SourceInLog).Quoted}) AND tgenabled IN ('O', 'A') AND tgname IN ({names})) = {triggers.Length}
                """),
            row => row.GetString(0),
            cancellation).ConfigureAwait(false) is not null;
    }

    public async ValueTask<string> IdentityAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        table.Changed is null
            ? await SourceIdentity.ReadAsync(session, table, Server, cancellation).ConfigureAwait(false)
            : (await session.RowsAsync(
                SqlText.Of($"SELECT {Server}, (SELECT timeline_id::text FROM pg_control_checkpoint()), (SELECT oid::text FROM pg_database WHERE datname = current_database()), (to_regclass({table.Quoted.Quoted})::oid)::text"),
                row => SourceIdentity.Of(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
                cancellation).ConfigureAwait(false)).Single();

    public ValueTask<bool> FollowsCommitsAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        new(!table.Mapping.LosesLateCommits && table.Changed!.TypeName.Equals(TransactionNumber, StringComparison.Ordinal));

    /// <summary>The transaction before the oldest one that still runs.</summary>
    public async ValueTask<ChangeValue> SettledAsync(SqlSession session, SqlTable table, CancellationToken cancellation) =>
        (await session.RowsAsync(
            SqlText.Of($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text"),
            row => new ChangeValue(long.Parse(row.GetString(0), CultureInfo.InvariantCulture) - 1),
            cancellation).ConfigureAwait(false)).Single();

    public ChangeValue Lowest(SqlColumn changed) => changed.Type == AttributeType.String ? new(0, "") : new(0);

    public SqlText Comparable(SqlName column, SqlColumn changed) => changed.Type == AttributeType.String ? SqlText.Of($"{column} COLLATE \"C\"") : SqlText.Of($"{column}");

    public SqlText Operand(ChangeValue value, SqlColumn changed) => changed switch
    {
        { TypeName: TransactionNumber } => Number(value.Number),
        { Type: AttributeType.DateTimeOffset } => SqlText.Of($"{new DateTimeOffset(value.Number, TimeSpan.Zero)}"),
        { Type: AttributeType.String } => SqlText.Of($"{value.Text}"),
        _ => SqlText.Of($"{value.Number}"),
    };

    public ChangeValue ReadChange(DbDataReader reader, int ordinal, SqlColumn changed) => changed switch
    {
        { TypeName: TransactionNumber } => new(checked((long)reader.GetFieldValue<ulong>(ordinal))),
        { Type: AttributeType.Int32 or AttributeType.Int64 } => new(reader.GetInt64(ordinal)),
        { Type: AttributeType.DateTimeOffset } => new(reader.GetDateTime(ordinal).Ticks),
        { Type: AttributeType.String } => new(0, reader.GetString(ordinal)),
        _ => throw new ConnectorException($"The changed column '{changed.Name}' is of type {changed.TypeName}; it is an xid8, a whole number, a time stamp or a text."),
    };

    // Npgsql has no number type for it that also compares; the server reads it from its text.
    private static SqlText Number(long transaction) => SqlText.Of($"CAST({transaction.ToString(CultureInfo.InvariantCulture)} AS text)::xid8");
}
