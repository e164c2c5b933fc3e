namespace Sluice;

/// <summary>A move of the position without a delta; see <see cref="SyncEvent.Checkpoint"/>.</summary>
public readonly struct SyncCheckpoint
{
    internal SyncCheckpoint(in SyncToken token) => Token = token;

    /// <summary>Everything up to this token has been delivered.</summary>
    public SyncToken Token { get; }
}
