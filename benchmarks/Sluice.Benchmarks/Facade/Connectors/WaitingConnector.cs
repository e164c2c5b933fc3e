using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks;

/// <summary>The asynchronous iterator shape over a source that truly waits, once for each batch, as one does that fetches pages.</summary>
[Connector("benchmark-waiting")]
public sealed partial class WaitingConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync() => new(deltas.Typed.Length);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, CancellationToken cancellation) => IterateAsync(deltas, after, cancellation);

    /// <summary>What a connector does that waits: the same for the facade and for the baselines.</summary>
    public static async IAsyncEnumerable<SyncDelta<Person>> IterateAsync(PrebuiltDeltas deltas, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = after ?? 0; i < deltas.Typed.Length; i++)
        {
            if (i % deltas.Batch == 0)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
            }

            yield return deltas.Typed[i];
        }
    }
}
