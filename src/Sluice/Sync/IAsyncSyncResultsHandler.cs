namespace Sluice;

/// <summary>Takes the deltas of an asynchronous handler-shaped connector.</summary>
public interface IAsyncSyncResultsHandler
{
    /// <summary>Hands one delta over.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="cancellation">The run's cancellation, where the connector has another one than its own parameter.</param>
    /// <returns>Whether more are wanted; after false the connector returns without a further delta (SLC301, SLC302).</returns>
    ValueTask<bool> HandleAsync(SyncDelta delta, CancellationToken cancellation = default);
}
