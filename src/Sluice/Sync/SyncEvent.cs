namespace Sluice;

/// <summary>What an iterator yields where the position also moves without a delta: a delta, or a checkpoint.</summary>
public readonly struct SyncEvent
{
    internal SyncEvent(SyncDelta? delta, in SyncToken checkpoint)
    {
        Delta = delta;
        Token = checkpoint;
    }

    /// <summary>The delta; null for a checkpoint.</summary>
    public SyncDelta? Delta { get; }

    /// <summary>Whether this is a checkpoint.</summary>
    public bool IsCheckpoint => Delta is null && !Token.IsDefault;

    /// <summary>The checkpoint's token.</summary>
    internal SyncToken Token { get; }

    /// <summary>Makes an event of a delta.</summary>
    /// <param name="delta">The delta.</param>
    public static implicit operator SyncEvent(SyncDelta delta) => new(delta, default);

    /// <summary>Makes an event of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public static implicit operator SyncEvent(SyncCheckpoint checkpoint) => new(null, checkpoint.Token);

    /// <summary>
    /// The position moves to a token without a delta, for instance over changes that are out of scope (SLC908).
    /// Everything up to the token has been delivered.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns>A checkpoint, which converts to every kind of event.</returns>
    public static SyncCheckpoint Checkpoint(in SyncToken token) => new(SyncDelta.Given(token));
}
