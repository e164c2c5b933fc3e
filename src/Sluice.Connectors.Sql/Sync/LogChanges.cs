using System.Data.Common;
using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>
/// Changes from a change log that triggers write. An entry tells which row changed; the delta shows the row as it is when the page is
/// read, so an object may be newer than its entry, never older: a later change has an entry of its own.
/// </summary>
internal sealed class LogChanges(ISqlDialect dialect, SqlTable table) : IChanges
{
    private readonly IChangeDialect _changes = dialect.Changes;

    public async ValueTask<SqlToken> HeadAsync(SqlSession session, string source, CancellationToken cancellation)
    {
        await _changes.RefuseForeignLogAsync(session, table.Log, cancellation).ConfigureAwait(false);
        if (!await _changes.HasTriggersAsync(session, table, cancellation).ConfigureAwait(false))
        {
            throw new ConnectorException(
                $"The table '{table.Mapping.SourceInLog}' does not have the triggers that write its changes to the log {table.Log}, or they are disabled: its changes would be lost. " +
                $"Run the script of {nameof(SqlSetup)}.{nameof(SqlSetup.Script)} again, and if they were missing for a while, {nameof(SqlSetup)}.{nameof(SqlSetup.NewIdentityStatement)}, so that every host starts from the beginning. " +
                $"For a view, name the table below as {nameof(SqlClass.LogSource)}.")
            { ObjectClass = table.ObjectClass };
        }

        var heads = await session.RowsAsync(
            SqlText.Of($"SELECT {_changes.EntryColumns} FROM {table.Log} l WHERE {_changes.EntryIsSettled} ORDER BY {_changes.EntryOrder(descending: true)} LIMIT 1"),
            PositionOf,
            cancellation).ConfigureAwait(false);
        return heads is [var head] ? new SqlToken(source, head, null) : throw new ConnectorException(
            $"The change log {table.Log} has no entry that can be read. If it was emptied, run the setup script again; if it was just made, a transaction that is older than it is still open.")
        { ObjectClass = table.ObjectClass, IsTransient = true };
    }

    public async ValueTask CheckAsync(SqlSession session, SqlToken position, CancellationToken cancellation)
    {
        var wanted = position.Log!.Value;
        var found = await session.RowsAsync(SqlText.Of($"SELECT {_changes.EntryColumns} FROM {table.Log} l WHERE l.sequence = {wanted.Sequence}"), PositionOf, cancellation).ConfigureAwait(false);
        if (found is [var entry])
        {
            if (entry != wanted)
                throw OtherHistory(position);
            return;
        }

        // The log is trimmed from its beginning, and keeps its newest entry.
        var earlier = await session.RowsAsync(SqlText.Of($"SELECT {_changes.EntryColumns} FROM {table.Log} l WHERE {_changes.EntryBefore(wanted)} LIMIT 1"), PositionOf, cancellation).ConfigureAwait(false);
        var later = await session.RowsAsync(SqlText.Of($"SELECT {_changes.EntryColumns} FROM {table.Log} l WHERE {_changes.EntryAfter(wanted)} LIMIT 1"), PositionOf, cancellation).ConfigureAwait(false);
        throw earlier.Count == 0 && later.Count > 0
            ? new SyncTokenExpiredException($"The change log {table.Log} was trimmed beyond this token; start from the beginning, and keep the log longer than the longest pause between two syncs.")
            {
                LawId = SyncLawIds.Slc214ExpiredToken,
                ObjectClass = table.ObjectClass,
                Token = SyncToken.From(position),
            }
            : OtherHistory(position);
    }

    public async ValueTask<ChangePage> PageAsync(SqlSession session, SqlToken after, SqlToken head, Selection selection, int pageSize, CancellationToken cancellation)
    {
        // What is overtaken: in the order of transactions an entry can come after a later one of the same row.
        var entries = await session.RowsAsync(
            SqlText.Of($"""
                SELECT {_changes.EntryColumns}, l.operation, l.key, l.previous,
                  CASE WHEN EXISTS (SELECT 1 FROM {table.Log} n WHERE n.source = l.source AND (n.key = l.key OR n.previous = l.key) AND n.sequence > l.sequence) THEN 1 ELSE 0 END,
                  CASE WHEN EXISTS (SELECT 1 FROM {table.Log} n WHERE n.source = l.source AND n.key = coalesce(l.previous, l.key) AND n.sequence > l.sequence AND {_changes.ComesEarlier}) THEN 1 ELSE 0 END
                FROM {table.Log} l
                WHERE l.source = {table.Mapping.SourceInLog} AND {_changes.EntryAfter(after.Log!.Value)} AND NOT {_changes.EntryAfter(head.Log!.Value)} AND {_changes.EntryIsSettled}
                ORDER BY {_changes.EntryOrder(descending: false)} LIMIT {(long)pageSize}
                """),
            row => EntryOf(row, row.GetInt32(6) != 0, row.GetInt32(7) != 0),
            cancellation).ConfigureAwait(false);

        // After the page: had the log been trimmed before it was read, the position would be gone now.
        await CheckAsync(session, after, cancellation).ConfigureAwait(false);
        var rows = await RowsAsync(session, entries.Where(entry => entry.Operation is not "D").Select(entry => entry.Key), selection, cancellation).ConfigureAwait(false);
        var moved = await MovedAsync(session, entries, rows, selection, cancellation).ConfigureAwait(false);
        var deltas = new List<SyncDelta>(entries.Count);
        var last = after;
        foreach (var entry in entries)
        {
            last = new SqlToken(after.Source, entry.Position, null);
            var present = rows.GetValueOrDefault(entry.Key) ?? moved.GetValueOrDefault(entry.Position.Sequence);
            if (Delta(entry, present, SyncToken.From(last)) is { } delta)
                deltas.Add(delta);
        }

        return new(deltas, last, entries.Count == pageSize);
    }

    private static LogPosition PositionOf(DbDataReader row) => new(long.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetInt64(1), row.GetInt64(2));

    // A blank key is no uid: its row is never delivered, and nothing is known by it.
    private static Entry EntryOf(DbDataReader row, bool hasLater, bool isOvertaken) =>
        new(PositionOf(row), row.GetString(3), row.GetString(4), row.TextAt(5) is { } previous && !string.IsNullOrWhiteSpace(previous) ? previous : null, hasLater, isOvertaken);

    /// <summary>What an entry delivers; null where another entry does.</summary>
    private SyncDelta? Delta(in Entry entry, ConnectorObject? present, in SyncToken token)
    {
        if (entry.Operation is "D")
            return entry.IsOvertaken ? null : Deleted(token, entry.Key);
        if (entry.Previous is { } previous)
        {
            return present is null ? entry.IsOvertaken ? null : Deleted(token, previous)
                : SyncDelta.CreateOrUpdate(token, present, entry.IsOvertaken || string.Equals(present.Uid.Value, previous, StringComparison.Ordinal) ? default(Uid?) : new Uid(previous));
        }

        // A row that is gone without a later entry is one that the view does not show any more.
        return present is not null ? SyncDelta.CreateOrUpdate(token, present)
            : entry.HasLater ? null : Deleted(token, entry.Key);
    }

    private SyncDelta? Deleted(in SyncToken token, string key) => string.IsNullOrWhiteSpace(key) ? null : SyncDelta.Delete(token, table.ObjectClass, new Uid(key));

    /// <summary>
    /// By the number of a rename's entry, the row whose new key is gone because it was renamed again. Each step is looked up after the rows before it
    /// were read, so that whatever took a row away meanwhile is seen; a step that the log's order tells earlier has told its row.
    /// </summary>
    private async ValueTask<Dictionary<long, ConnectorObject>> MovedAsync(SqlSession session, List<Entry> entries, Dictionary<string, ConnectorObject> rows, Selection selection, CancellationToken cancellation)
    {
        var found = new Dictionary<long, ConnectorObject>();
        (long Sequence, Entry Step)[] open = [.. entries.Where(entry => entry.Previous is not null && !rows.ContainsKey(entry.Key)).Select(entry => (entry.Position.Sequence, entry))];
        while (open.Length > 0)
        {
            var keys = SqlText.Join(", ", open.Select(one => one.Step.Key).Distinct(StringComparer.Ordinal).Select(key => SqlText.Of($"{key}")));
            var later = (await session.RowsAsync(
                SqlText.Of($"""
                    SELECT {_changes.EntryColumns}, l.operation, l.key, l.previous FROM {table.Log} l
                    WHERE l.source = {table.Mapping.SourceInLog} AND l.sequence > {open.Min(one => one.Step.Position.Sequence)} AND (l.previous IN ({keys}) OR (l.operation = 'D' AND l.key IN ({keys})))
                    ORDER BY l.sequence
                    """),
                row => EntryOf(row, hasLater: false, isOvertaken: false),
                cancellation).ConfigureAwait(false)).ToLookup(step => step.Previous ?? step.Key, StringComparer.Ordinal);
            open =
            [
                .. from one in open
                   let next = later[one.Step.Key].FirstOrDefault(step => step.Position.Sequence > one.Step.Position.Sequence)
                   where next.Previous is not null && next.Position.CompareTo(one.Step.Position) > 0
                   select (one.Sequence, next),
            ];
            var present = await RowsAsync(session, open.Select(one => one.Step.Key), selection, cancellation).ConfigureAwait(false);
            foreach (var (sequence, step) in open)
            {
                if (present.TryGetValue(step.Key, out var row))
                    found.Add(sequence, row);
            }

            open = [.. open.Where(one => !found.ContainsKey(one.Sequence))];
        }

        return found;
    }

    private async ValueTask<Dictionary<string, ConnectorObject>> RowsAsync(SqlSession session, IEnumerable<string> uids, Selection selection, CancellationToken cancellation)
    {
        var keys = uids.Distinct(StringComparer.Ordinal)
            .Select(key => KeyText.Parse(key, table.Key) ?? throw new ConnectorException($"The change log {table.Log} holds the key '{key}', which is none of '{table.Mapping.Table}'. Do its triggers name other key columns than the configuration?") { ObjectClass = table.ObjectClass })
            .ToArray();
        if (keys.Length == 0)
            return [];
        var wanted = table.Key is [var only]
            ? SqlText.Of($"{only.Quoted} IN ({SqlText.Join(", ", keys.Select(key => SqlText.Of($"{dialect.Write(key[0], only)}")))})")
            : SqlText.Of($"({table.KeyColumns}) IN (VALUES {SqlText.Join(", ", keys.Select(key => SqlText.Of($"({table.KeyValues(key, dialect)})")))})");
        var rows = await session.RowsAsync(SqlText.Of($"SELECT {selection.Columns} FROM {table.Quoted} WHERE {wanted}"), row => selection.Read(row, selection.KeyOf(row)), cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Uid.Value, StringComparer.Ordinal);
    }

    private SyncTokenExpiredException OtherHistory(SqlToken position) =>
        new($"The change log {table.Log} does not hold the entry that this token stands on: the database was restored from an older copy, or the log was written anew. Start from the beginning.")
        {
            LawId = SyncLawIds.Slc215ForeignToken,
            ObjectClass = table.ObjectClass,
            Token = SyncToken.From(position),
        };

    private readonly record struct Entry(LogPosition Position, string Operation, string Key, string? Previous, bool HasLater, bool IsOvertaken);
}
