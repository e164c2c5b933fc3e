using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks;

/// <summary>The asynchronous iterator shape over a source that never has to wait.</summary>
[Connector("benchmark-async-iterator")]
public sealed partial class AsyncIteratorConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync() => new(deltas.Typed.Length);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, CancellationToken cancellation) => IterateAsync(deltas.Typed, after, cancellation);

    [LatestSyncToken(Devices.Name)]
    public ValueTask<long?> LatestDeviceAsync() => new(deltas.Untyped.Length);

    [Sync(Devices.Name, Granularity = TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta> SyncDevicesAsync(long? after, CancellationToken cancellation) => IterateAsync(deltas.Untyped, after, cancellation);

    /// <summary>What a connector with an asynchronous source does: the same for the facade and for the baselines.</summary>
    public static async IAsyncEnumerable<TDelta> IterateAsync<TDelta>(TDelta[] deltas, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask;
        cancellation.ThrowIfCancellationRequested();
        for (var i = after ?? 0; i < deltas.Length; i++)
            yield return deltas[i];
    }
}
