namespace Sluice;

/// <summary>Receives the deltas of a run over one annotated type, one at a time.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public interface ISyncHandler<T>
    where T : class
{
    /// <summary>Handles one delta.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the delta is done, and whether more are wanted.</returns>
    SyncAnswer Handle(in SyncDelta<T> delta);
}
