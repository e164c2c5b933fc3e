using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// Changes from a column that moves with each change, in the order (changed, key). Rows that share a value are told apart by their keys, so a
/// stop between them loses none; that none is added to such a group later is what <see cref="IChangeDialect.SettledAsync"/> waits for.
/// </summary>
internal sealed class ColumnChanges(ISqlDialect dialect, SqlTable table) : IChanges
{
    private readonly IChangeDialect _changes = dialect.Changes;
    private readonly SqlColumn _changed = table.Changed!;

    private SqlText Changed => _changes.Comparable(_changed.Quoted, _changed);

    public async ValueTask<SqlToken> HeadAsync(SqlSession session, string source, CancellationToken cancellation)
    {
        if (await _changes.FollowsCommitsAsync(session, table, cancellation).ConfigureAwait(false))
        {
            if (await _changes.HasTriggersAsync(session, table, cancellation).ConfigureAwait(false))
                return new(source, null, ColumnPosition.AfterAll(await _changes.SettledAsync(session, table, cancellation).ConfigureAwait(false)));
            throw new ConnectorException(
                $"The table '{table.Mapping.Table}' does not have the triggers that keep its changed column '{_changed.Name}', or they are disabled: its changes would be lost. " +
                $"Run the script of {nameof(SqlSetup)}.{nameof(SqlSetup.Script)} again, and if they were missing for a while, update every row once, so that each is told.")
            { ObjectClass = table.ObjectClass };
        }

        if (!table.Mapping.LosesLateCommits)
        {
            throw new ConnectorException(
                $"The changed column '{_changed.Name}' ({_changed.TypeName}) of '{table.Mapping.Table}' does not follow the order of commits, so that a change committed late would be lost (SLC907). " +
                $"Use the column and the triggers that {nameof(SqlSetup)} prints, or a change log; or accept the loss with {nameof(SqlClass.LosesLateCommits)}=true.")
            { ObjectClass = table.ObjectClass, LawId = SyncLawIds.Slc907LateCommit };
        }

        var newest = await session.RowsAsync(
            SqlText.Of($"SELECT {table.KeyColumns}, {_changed.Quoted} FROM {table.Quoted} WHERE {_changed.Quoted} IS NOT NULL ORDER BY {Changed} DESC, {SqlText.Join(", ", table.Key.Select(column => SqlText.Of($"{column.Quoted} DESC")))} LIMIT 1"),
            PositionOf,
            cancellation).ConfigureAwait(false);
        return new(source, null, newest is [var position] ? position : ColumnPosition.AfterAll(_changes.Lowest(_changed)));

        ColumnPosition PositionOf(DbDataReader row) => new(_changes.ReadChange(row, table.Key.Count, _changed), 0, KeyText.Format([.. table.Key.Select((column, i) => dialect.Read(row, i, column)!)]));
    }

    public async ValueTask CheckAsync(SqlSession session, SqlToken position, CancellationToken cancellation)
    {
        if (!await _changes.FollowsCommitsAsync(session, table, cancellation).ConfigureAwait(false))
            return;
        if (position.Column!.Value.Value.CompareTo(await _changes.SettledAsync(session, table, cancellation).ConfigureAwait(false)) > 0)
        {
            throw new SyncTokenExpiredException($"This token is ahead of '{table.Mapping.Table}': the database was restored from an older copy. Start from the beginning.")
            {
                LawId = SyncLawIds.Slc215ForeignToken,
                ObjectClass = table.ObjectClass,
                Token = SyncToken.From(position),
            };
        }
    }

    public async ValueTask<ChangePage> PageAsync(SqlSession session, SqlToken after, SqlToken head, Selection selection, int pageSize, CancellationToken cancellation)
    {
        var sql = SqlText.Of($"SELECT {selection.Columns}, {_changed.Quoted}, CASE WHEN {table.IsDeleted} THEN 1 ELSE 0 END FROM {table.Quoted} WHERE {IsAfter(after.Column!.Value)} AND NOT {IsAfter(head.Column!.Value)}");
        sql.Append($" ORDER BY {Changed}, {table.KeyColumns} LIMIT {(long)pageSize}");
        var last = after;
        var deltas = await session.RowsAsync(
            sql,
            row =>
            {
                var key = selection.KeyOf(row);
                var uid = KeyText.Format(key);
                var before = last.Column!.Value;
                var value = _changes.ReadChange(row, selection.Count, _changed);
                last = new SqlToken(after.Source, null, new(value, value == before.Value ? before.Ordinal + 1 : 1, uid));
                var token = SyncToken.From(last);
                return row.GetInt32(selection.Count + 1) != 0
                    ? SyncDelta.Delete(token, table.ObjectClass, new Uid(uid))
                    : SyncDelta.CreateOrUpdate(token, selection.Read(row, key));
            },
            cancellation).ConfigureAwait(false);
        return new(deltas, last, deltas.Count == pageSize);
    }

    private SqlText IsAfter(ColumnPosition position)
    {
        var operand = _changes.Operand(position.Value, _changed);
        if (position.Key is not { } uid)
            return SqlText.Of($"{Changed} > {operand}");
        var key = KeyText.Parse(uid, table.Key)
            ?? throw new InvalidSyncTokenException($"The sync token names a key that '{table.Mapping.Table}' cannot have; was it made for another table?") { ObjectClass = table.ObjectClass, LawId = SyncLawIds.Slc215ForeignToken };
        return SqlText.Of($"({Changed}, {table.KeyColumns}) > ({operand}, {table.KeyValues(key, dialect)})");
    }
}
