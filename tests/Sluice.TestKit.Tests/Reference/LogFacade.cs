using System.Runtime.CompilerServices;

namespace Sluice.TestKit.Tests;

/// <summary>
/// A correct connector, written by hand as a facade: a first run reads the rows, later ones the log; a token for each delta, deletes
/// by log. Each step is a method of its own, so that a mutant can get one of them wrong.
/// </summary>
internal class LogFacade(MemorySource source) : HandWrittenFacade
{
    protected MemorySource Source => source;

    public override async ValueTask<SyncPosition> GetLatestSyncTokenAsync(ObjectClass objectClass, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var served = Served(objectClass);
        using var connection = source.Connect();
        return await LatestAsync(connection, served, cancellation);
    }

    public override async ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var served = Served(run.ObjectClass);
        var safe = run.From;
        SyncToken? group = null;
        long delivered = 0, acknowledged = 0;
        await foreach (var (position, change, item) in StepsAsync(served, run.From.Token is { } token ? Parse(token) : null, PageSize(run.Options), cancellation))
        {
            if (change is null || Deltas(change, item, position, run).ToList() is not { Count: > 0 } deltas)
            {
                if (KeepsGroups && group is not null)
                    group = Format(position);
                else
                    safe = Skipped(safe, position);
                continue;
            }

            foreach (var delta in deltas)
            {
                cancellation.ThrowIfCancellationRequested();
                delivered++;
                if (group is { } before && before != delta.Token)
                    safe = SyncPosition.After(before);
                var answer = await HandOverAsync(handler, Projected(delta, run.Options), cancellation);
                if (answer != SyncAnswer.RejectAndStop)
                {
                    acknowledged++;
                    (safe, group) = KeepsGroups ? (safe, delta.Token) : (SyncPosition.After(delta.Token), group);
                }

                if (answer != SyncAnswer.Continue)
                    return new(answer == SyncAnswer.AcceptAndStop ? SyncOutcome.Stopped : SyncOutcome.Rejected, AfterStop(safe, answer, delta), delivered, acknowledged, FinalTokenReported: false);
            }
        }

        return new(SyncOutcome.Drained, AfterAll(group is { } last ? SyncPosition.After(last) : safe, run), delivered, acknowledged, FinalTokenReported: true);
    }

    public override async IAsyncEnumerable<ConnectorObject> SearchAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var served = Served(objectClass);
        using var connection = source.Connect();
        foreach (var row in await connection.RowsAsync(served, "", "", int.MaxValue, cancellation))
        {
            if (connection.Decode(row) is { } found && filter?.Matches(found) != false)
                yield return Found(found);
        }
    }

    /// <summary>Whether several changes share a token, so that the position moves when the next token comes.</summary>
    protected virtual bool KeepsGroups => false;

    protected virtual ConnectorObject Found(ConnectorObject found) => found;

    protected virtual ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
        new(UpTo(connection) is > 0 and var newest ? SyncPosition.After(Format(new(source.Identity, newest))) : SyncPosition.Beginning);

    protected virtual SyncToken Format(LogPosition position) => SyncToken.From(position);

    protected virtual LogPosition Parse(SyncToken token) => LogPosition.Decode(token.AsString());

    protected virtual int PageSize(OperationOptions options) => options.PageSize ?? 100;

    /// <summary>Up to where the log may be read: a transaction that is still open may add a change behind that.</summary>
    protected virtual long UpTo(MemoryConnection connection) => connection.Settled();

    /// <summary>Whether the source can go on from a position; answers where from.</summary>
    protected virtual LogPosition Check(MemoryConnection connection, LogPosition position)
    {
        if (!string.Equals(position.Source, source.Identity, StringComparison.Ordinal))
            throw new SyncTokenExpiredException($"The token is of the source '{position.Source}', this one is '{source.Identity}'.") { LawId = SyncLawIds.Slc215ForeignToken };
        if (position.Sequence < connection.Trimmed().Sequence)
            throw new SyncTokenExpiredException("The source has forgotten the changes after the token.") { LawId = SyncLawIds.Slc214ExpiredToken };
        return position;
    }

    protected virtual async IAsyncEnumerable<(LogPosition Position, MemoryChange? Change, ConnectorObject? Object)> StepsAsync(ObjectClass? objectClass, LogPosition? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        LogPosition position;
        using (var connection = source.Connect())
        {
            position = after is { } known ? Check(connection, known) : Beginning(connection);
        }

        while (position.IsFirstRun)
        {
            IReadOnlyList<(MemoryChange Change, ConnectorObject? Object)> page;
            using (var connection = source.Connect())
                page = [.. (await RowsAsync(connection, objectClass, position, pageSize, cancellation)).Select(row => (row, Decode(connection, row)))];
            foreach (var (row, item) in page)
            {
                position = position with { Class = row.Class.Name, Uid = row.Uid.Value };
                yield return (position, row, item);
            }

            if (page.Count < pageSize)
            {
                position = AfterRows(position);
                yield return (position, null, null);
            }
        }

        while (true)
        {
            IReadOnlyList<(MemoryChange Change, ConnectorObject? Object)> page;
            using (var connection = source.Connect())
                page = [.. (await LogAsync(connection, objectClass, position, pageSize, cancellation)).Select(change => (change, Decode(connection, change)))];
            foreach (var (change, item) in page)
            {
                position = Next(position, change);
                yield return (position, change, item);
            }

            if (IsLast(page.Count, pageSize))
                yield break;
        }
    }

    /// <summary>Before the first row; the log is read from where it stands now, so that nothing is lost which changes meanwhile.</summary>
    protected virtual LogPosition Beginning(MemoryConnection connection) => new(source.Identity, UpTo(connection), "", "");

    /// <summary>Behind the last row.</summary>
    protected virtual LogPosition AfterRows(LogPosition position) => new(position.Source, position.Sequence);

    protected virtual ValueTask<IReadOnlyList<MemoryChange>> RowsAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
        connection.RowsAsync(objectClass, after.Class!, after.Uid!, pageSize, cancellation);

    protected virtual ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
        connection.LogAsync(objectClass, after.Sequence, UpTo(connection), pageSize, cancellation);

    protected virtual ConnectorObject? Decode(MemoryConnection connection, MemoryChange change) => connection.Decode(change);

    protected virtual LogPosition Next(LogPosition position, MemoryChange change) => position with { Sequence = change.Sequence };

    protected virtual bool IsLast(int count, int pageSize) => count < pageSize;

    /// <summary>The deltas of a change: one, or none where it is none of the connector's business.</summary>
    protected virtual IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run)
    {
        if (change.Kind == MemoryChangeKind.OutOfScope)
            return [];
        var token = Format(position);
        return [item is null ? SyncDelta.Delete(token, change.Class, change.Uid)
            : position.IsFirstRun ? SyncDelta.CreateOrUpdate(token, item)
            : change.IsNew ? SyncDelta.Create(token, item)
            : SyncDelta.Update(token, item, change.PreviousUid)];
    }

    protected virtual SyncDelta Projected(SyncDelta delta, OperationOptions options)
    {
        if (delta.Object is not { } item || options.AttributesToGet is not { } wanted)
            return delta;
        var pruned = ConnectorObject.Build(item.ObjectClass, item.Uid, item.Name);
        foreach (var attribute in item)
        {
            if (wanted.Contains(attribute.Name, AttributeNames.Comparer) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name))
                pruned.Set(attribute.Name, attribute.Value);
        }

        return delta.Type switch
        {
            SyncDeltaType.Create => SyncDelta.Create(delta.Token, pruned.Build()),
            SyncDeltaType.Update => SyncDelta.Update(delta.Token, pruned.Build(), delta.PreviousUid),
            _ => SyncDelta.CreateOrUpdate(delta.Token, pruned.Build(), delta.PreviousUid),
        };
    }

    protected virtual async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation) => await handler.HandleAsync(delta, cancellation);

    /// <summary>The position when nothing was delivered up to a point.</summary>
    protected virtual SyncPosition Skipped(SyncPosition safe, LogPosition position) => SyncPosition.After(Format(position));

    protected virtual SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last) => safe;

    protected virtual SyncPosition AfterAll(SyncPosition safe, SyncRun run) => safe;
}
