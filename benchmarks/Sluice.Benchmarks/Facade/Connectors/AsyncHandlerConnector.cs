namespace Sluice.Benchmarks;

/// <summary>The asynchronous handler shape.</summary>
[Connector("benchmark-async-handler")]
public sealed partial class AsyncHandlerConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation) => PushAsync<Callers.Facade>(deltas.Typed, after, handler, cancellation);

    /// <summary>What a connector in the asynchronous handler shape does: the same for the facade and for the baselines.</summary>
    internal static async ValueTask PushAsync<TCaller>(SyncDelta<Person>[] deltas, long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
        where TCaller : struct
    {
        for (var i = after ?? 0; i < deltas.Length; i++)
        {
            if (!await handler.HandleAsync(deltas[i], cancellation))
                return;
        }

        handler.HandleResult((long)deltas.Length);
    }
}
