namespace Sluice;

/// <summary>Takes the deltas of an asynchronous handler-shaped connector and its final token.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public interface IAsyncSyncTokenResultsHandler<T> : IAsyncSyncResultsHandler<T>
    where T : class
{
    /// <summary>
    /// Tells the position after everything was delivered: once, after the last delta, and not after a stop
    /// (SLC201 to SLC204).
    /// </summary>
    /// <param name="token">The position.</param>
    void HandleResult(SyncToken token);
}
