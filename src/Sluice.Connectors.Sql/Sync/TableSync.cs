using System.Runtime.CompilerServices;

namespace Sluice.Connectors.Sql;

/// <summary>
/// One run. From the beginning it takes the newest position first (SLC218), delivers the table row by row in the order of keys, and goes on
/// with the changes after that position. Each page is read on a connection of its own, which is closed before anything is delivered (SLC314).
/// </summary>
internal sealed class TableSync(ISqlDialect dialect, SqlTable table, int pageSize)
{
    private readonly IChanges _changes = table.Changed is null ? new LogChanges(dialect, table) : new ColumnChanges(dialect, table);

    public async ValueTask<SqlToken> LatestAsync(CancellationToken cancellation) => (await StartAsync(null, cancellation).ConfigureAwait(false)).Head;

    public async IAsyncEnumerable<SyncEvent> RunAsync(SqlToken? after, OperationOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var selection = new Selection(dialect, table, options);
        var (position, head) = await StartAsync(after, cancellation).ConfigureAwait(false);
        if (after is null || after.ReadThrough is not null)
        {
            var (through, rows) = (after?.ReadThrough, after?.Rows ?? 0);
            IReadOnlyList<ConnectorObject> page;
            do
            {
                page = await RowsAsync(through, selection, cancellation).ConfigureAwait(false);
                foreach (var row in page)
                {
                    through = row.Uid.Value;
                    rows++;
                    yield return SyncDelta.CreateOrUpdate(SyncToken.From(new SqlToken(position.Source, position.Log, position.Column, through, rows)), row);
                }
            }
            while (page.Count == pageSize);

            position = new SqlToken(position.Source, position.Log, position.Column);
            yield return SyncEvent.Checkpoint(SyncToken.From(position));
        }

        ChangePage changes;
        do
        {
            changes = await ChangesAsync(position, head, selection, cancellation).ConfigureAwait(false);
            foreach (var delta in changes.Deltas)
                yield return delta;

            // Also where a page delivered nothing, the position moves over it (SLC908).
            position = changes.Last;
            if (changes.IsFull)
                yield return SyncEvent.Checkpoint(SyncToken.From(position));
        }
        while (changes.IsFull);

        if (head.CompareTo(position) > 0)
            yield return SyncEvent.Checkpoint(SyncToken.From(head));
    }

    /// <summary>Where the run starts among the changes, and how far it goes: not for ever after changes that come meanwhile.</summary>
    private async ValueTask<(SqlToken Position, SqlToken Head)> StartAsync(SqlToken? after, CancellationToken cancellation)
    {
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var source = await dialect.Changes.IdentityAsync(session, table, cancellation).ConfigureAwait(false);
        if (after is not null && (!string.Equals(after.Source, source, StringComparison.Ordinal) || after.Log is null != table.Changed is not null))
        {
            throw new SyncTokenExpiredException($"This token is of another source than '{table.Mapping.Table}' in {dialect.Database}: another database or table, or one that was made anew. Start from the beginning.")
            {
                LawId = SyncLawIds.Slc215ForeignToken,
                ObjectClass = table.ObjectClass,
                Token = SyncToken.From(after),
            };
        }

        var head = await _changes.HeadAsync(session, source, cancellation).ConfigureAwait(false);
        if (after is not null)
            await _changes.CheckAsync(session, after, cancellation).ConfigureAwait(false);
        return (after ?? head, head);
    }

    private async ValueTask<IReadOnlyList<ConnectorObject>> RowsAsync(string? through, Selection selection, CancellationToken cancellation)
    {
        var sql = SqlText.Of($"SELECT {selection.Columns} FROM {table.Quoted} WHERE {table.IsLive}");
        if (through is not null)
        {
            var key = KeyText.Parse(through, table.Key)
                ?? throw new InvalidSyncTokenException($"The sync token names a key that '{table.Mapping.Table}' cannot have; was it made for another table?") { ObjectClass = table.ObjectClass, LawId = SyncLawIds.Slc215ForeignToken };
            sql.Append($" AND {table.IsAfter(key, dialect)}");
        }

        sql.Append($" ORDER BY {table.KeyColumns} LIMIT {(long)pageSize}");
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        return await session.RowsAsync(sql, row => selection.Read(row, selection.KeyOf(row)), cancellation).ConfigureAwait(false);
    }

    private async ValueTask<ChangePage> ChangesAsync(SqlToken after, SqlToken head, Selection selection, CancellationToken cancellation)
    {
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        return await _changes.PageAsync(session, after, head, selection, pageSize, cancellation).ConfigureAwait(false);
    }
}
