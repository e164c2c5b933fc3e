namespace Sluice;

/// <summary>What a handler says to a delta.</summary>
public enum SyncAnswer
{
    /// <summary>This one is done; go on.</summary>
    Continue,

    /// <summary>This one is done; enough for now.</summary>
    AcceptAndStop,

    /// <summary>This one is not done: it is delivered again by the next run.</summary>
    RejectAndStop,
}
