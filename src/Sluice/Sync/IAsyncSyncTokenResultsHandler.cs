namespace Sluice;

/// <summary>Takes the deltas of an asynchronous handler-shaped connector and its final token.</summary>
public interface IAsyncSyncTokenResultsHandler : IAsyncSyncResultsHandler
{
    /// <summary>
    /// Tells the position after everything was delivered: once, after the last delta, and not after a stop
    /// (SLC201 to SLC204).
    /// </summary>
    /// <param name="token">The position.</param>
    void HandleResult(SyncToken token);
}
