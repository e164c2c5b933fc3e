namespace Sluice;

/// <summary>What a run did.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Position">The position that is safe to store: a run from it loses nothing.</param>
/// <param name="Delivered">The number of deltas that the handler was called with.</param>
/// <param name="Acknowledged">The number of deltas that the handler accepted.</param>
/// <param name="FinalTokenReported">Whether the connector told its position at the end, which moves over changes out of scope too (SLC201).</param>
public readonly record struct SyncResult(SyncOutcome Outcome, SyncPosition Position, long Delivered, long Acknowledged, bool FinalTokenReported);
