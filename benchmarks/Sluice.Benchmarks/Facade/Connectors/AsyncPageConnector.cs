namespace Sluice.Benchmarks;

/// <summary>The page shape over an asynchronous source that has each page ready.</summary>
[Connector("benchmark-async-page")]
public sealed partial class AsyncPageConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public ValueTask<SyncPage<Person>> SyncAsync(long? after) => new(deltas.PageAfter(after));
}
