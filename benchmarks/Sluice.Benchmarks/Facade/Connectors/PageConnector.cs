namespace Sluice.Benchmarks;

/// <summary>The page shape over a synchronous source.</summary>
[Connector("benchmark-page")]
public sealed partial class PageConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public SyncPage<Person> Sync(long? after) => deltas.PageAfter(after);
}
