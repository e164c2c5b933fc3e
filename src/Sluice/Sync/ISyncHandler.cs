namespace Sluice;

/// <summary>Receives the deltas of a run, one at a time, on one logical flow, never after it stopped or threw.</summary>
public interface ISyncHandler
{
    /// <summary>Handles one delta.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the delta is done, and whether more are wanted.</returns>
    SyncAnswer Handle(SyncDelta delta);
}
