namespace Sluice.TestKit;

/// <summary>Which token a host keeps.</summary>
public enum HostKeeps
{
    /// <summary>The position that the facade tells after any exit.</summary>
    Position,

    /// <summary>The token of the last delta handled, whatever the facade returned.</summary>
    LastDelta,

    /// <summary>The returned position, and only after a run that consumed everything.</summary>
    ReturnAfterFullRun,

    /// <summary>The token of the last delta handled; the returned position where the run returned.</summary>
    LastGoodDelta,
}
