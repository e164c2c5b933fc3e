namespace Sluice.Benchmarking;

/// <summary>Accepts deltas, and stops at the last one wanted.</summary>
internal sealed class CountingHandler(long wanted) : IAsyncSyncHandler
{
    private long _seen;

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation) =>
        new(++_seen < wanted ? SyncAnswer.Continue : SyncAnswer.AcceptAndStop);
}
