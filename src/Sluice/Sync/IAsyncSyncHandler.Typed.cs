namespace Sluice;

/// <summary>Receives the deltas of a run over one annotated type, one at a time.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public interface IAsyncSyncHandler<T>
    where T : class
{
    /// <summary>Handles one delta; the next one is delivered when the task has completed.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="cancellation">The run's cancellation.</param>
    /// <returns>Whether the delta is done, and whether more are wanted.</returns>
    ValueTask<SyncAnswer> HandleAsync(SyncDelta<T> delta, CancellationToken cancellation);
}
