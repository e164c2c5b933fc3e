namespace Sluice.Benchmarks;

/// <summary>The handler shape, as connectors have it that come from other frameworks.</summary>
[Connector("benchmark-handler")]
public sealed partial class HandlerConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) => Push<Callers.Facade>(deltas.Typed, after, handler);

    /// <summary>What a connector in the handler shape does: the same for the facade and for the baselines.</summary>
    internal static void Push<TCaller>(SyncDelta<Person>[] deltas, long? after, ISyncTokenResultsHandler<Person> handler)
        where TCaller : struct
    {
        for (var i = after ?? 0; i < deltas.Length; i++)
        {
            if (!handler.Handle(deltas[i]))
                return;
        }

        handler.HandleResult((long)deltas.Length);
    }
}
