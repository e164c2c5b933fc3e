namespace Sluice;

/// <summary>Takes the deltas of a handler-shaped connector: the shape of ICF connectors.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public interface ISyncResultsHandler<T>
    where T : class
{
    /// <summary>Hands one delta over.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether more are wanted; after false the connector returns without a further delta (SLC301, SLC302).</returns>
    bool Handle(SyncDelta<T> delta);
}
