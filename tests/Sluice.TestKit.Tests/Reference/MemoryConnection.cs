namespace Sluice.TestKit.Tests;

/// <summary>A connection to the source: what connectors read with. Answers come in pages, so nothing stays open between them.</summary>
internal sealed class MemoryConnection(MemorySource source) : IDisposable
{
    private bool _closed;

    /// <summary>The number up to which no change can appear any more: all transactions up to there have ended.</summary>
    public long Settled() => source.Look((state, held) => held.SelectMany(transaction => transaction.Changes).Select(change => change.Sequence - 1).Append(state.Sequence).Min());

    /// <summary>The newest committed number, whatever may still appear before it.</summary>
    public long Newest() => source.Look((state, _) => state.Bulks.Select(bulk => bulk.Sequence + bulk.Count - 1).Append(state.Log is [.., var last] ? last.Sequence : state.Trimmed).Max());

    /// <summary>The newest commit.</summary>
    public long NewestCommit() => source.Look((state, _) => state.Commit);

    /// <summary>The newest stamp, and the first one that changes may still appear at.</summary>
    public (DateTimeOffset Newest, DateTimeOffset Unsettled) Stamps() => source.Look((state, held) =>
        (state.Stamp, held.SelectMany(transaction => transaction.Changes).Select(change => change.Stamp).Append(DateTimeOffset.MaxValue).Min()));

    /// <summary>Up to where changes are forgotten.</summary>
    public (long Sequence, long Commit, DateTimeOffset Stamp) Trimmed() => source.Look((state, _) => (state.Trimmed, state.TrimmedCommit, state.TrimmedStamp));

    /// <summary>The log behind a number, up to another.</summary>
    public ValueTask<IReadOnlyList<MemoryChange>> LogAsync(ObjectClass? objectClass, long after, long upTo, int limit, CancellationToken cancellation) =>
        PageAsync(() => source.LogAfter(objectClass, after).TakeWhile(change => change.Sequence <= upTo).Take(limit), cancellation);

    /// <summary>Whole transactions behind a commit, at least as many changes as the limit says where there are.</summary>
    public ValueTask<IReadOnlyList<MemoryChange>> CommitsAsync(ObjectClass? objectClass, long after, int limit, CancellationToken cancellation) =>
        PageAsync(
            () =>
            {
                var page = new List<MemoryChange>();
                foreach (var change in source.CommitsAfter(objectClass, after))
                {
                    if (page.Count >= limit && page[^1].Commit != change.Commit)
                        break;
                    page.Add(change);
                }

                return page;
            },
            cancellation);

    /// <summary>The live rows behind a class and a uid.</summary>
    public ValueTask<IReadOnlyList<MemoryChange>> RowsAsync(ObjectClass? objectClass, string afterClass, string afterUid, int limit, CancellationToken cancellation) =>
        PageAsync(() => source.RowsAfter(objectClass, afterClass, afterUid).Where(row => row.Object is not null).Take(limit), cancellation);

    /// <summary>The same for those who cannot wait.</summary>
    public IReadOnlyList<MemoryChange> Log(ObjectClass? objectClass, long after, long upTo, int limit, CancellationToken cancellation) =>
        Page(() => source.LogAfter(objectClass, after).TakeWhile(change => change.Sequence <= upTo).Take(limit), cancellation);

    /// <summary>The same for those who cannot wait.</summary>
    public IReadOnlyList<MemoryChange> Rows(ObjectClass? objectClass, string afterClass, string afterUid, int limit, CancellationToken cancellation) =>
        Page(() => source.RowsAfter(objectClass, afterClass, afterUid).Where(row => row.Object is not null).Take(limit), cancellation);

    /// <summary>The rows, tombstones among them, that satisfy a condition.</summary>
    public IReadOnlyList<MemoryChange> Select(ObjectClass? objectClass, Func<MemoryChange, bool> where, CancellationToken cancellation) =>
        Page(() => source.RowsAfter(objectClass, "", "").Where(where), cancellation);

    /// <summary>The live rows as they were after a commit; null where that is not known any more.</summary>
    public IReadOnlyList<MemoryChange>? Version(long commit) => source.Look((_, _) => source.Versions!.GetValueOrDefault(commit));

    /// <summary>Reads a number of rows.</summary>
    public async ValueTask ReadAsync(int rows, CancellationToken cancellation)
    {
        for (var i = 0; i < Math.Max(rows, 1); i++)
            await source.ReadAsync(cancellation);
    }

    /// <summary>The object of a change, unless the record is damaged.</summary>
    public ConnectorObject? Decode(MemoryChange change) =>
        source.IsCorrupt(change) ? throw new ConnectorException($"The record of {change.Class} '{change.Uid}' cannot be read.") { Uid = change.Uid } : change.Object;

    public void Dispose()
    {
        if (_closed)
            return;
        _closed = true;
        source.Closed();
    }

    private async ValueTask<IReadOnlyList<MemoryChange>> PageAsync(Func<IEnumerable<MemoryChange>> read, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var page = source.Look((_, _) => read().ToList());
        await ReadAsync(page.Count, cancellation);
        return page;
    }

    private IReadOnlyList<MemoryChange> Page(Func<IEnumerable<MemoryChange>> read, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var page = source.Look((_, _) => read().ToList());
        for (var i = 0; i < Math.Max(page.Count, 1); i++)
            source.Read(cancellation);
        return page;
    }
}
