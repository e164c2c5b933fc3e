namespace Sluice.Benchmarks;

/// <summary>The iterator shape over a synchronous source.</summary>
[Connector("benchmark-iterator")]
public sealed partial class IteratorConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => Iterate(deltas.Typed, after);

    [LatestSyncToken(Devices.Name)]
    public long? LatestDevice() => deltas.Untyped.Length;

    [Sync(Devices.Name, Granularity = TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta> SyncDevices(long? after) => Iterate(deltas.Untyped, after);

    /// <summary>What a connector with a synchronous source does: the same for the facade and for the baselines.</summary>
    public static IEnumerable<TDelta> Iterate<TDelta>(TDelta[] deltas, long? after)
    {
        for (var i = after ?? 0; i < deltas.Length; i++)
            yield return deltas[i];
    }
}
