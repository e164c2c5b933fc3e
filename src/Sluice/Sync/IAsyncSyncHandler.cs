namespace Sluice;

/// <summary>Receives the deltas of a run, one at a time, on one logical flow, never after it stopped or threw.</summary>
public interface IAsyncSyncHandler
{
    /// <summary>Handles one delta; the next one is delivered when the task has completed.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="cancellation">The run's cancellation.</param>
    /// <returns>Whether the delta is done, and whether more are wanted.</returns>
    ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation);
}
