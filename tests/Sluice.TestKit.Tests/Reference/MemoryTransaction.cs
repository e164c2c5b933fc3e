namespace Sluice.TestKit.Tests;

/// <summary>A transaction of the source; its changes have their numbers and times already.</summary>
internal sealed class MemoryTransaction(MemorySource source) : IHeldWrite
{
    public List<MemoryChange> Changes { get; } = [];

    /// <summary>Rows only: the old uids of renamed objects.</summary>
    public List<MemoryChange> Tombstones { get; } = [];

    public Uid Uid { get; set; }

    public ValueTask CommitAsync(CancellationToken cancellation)
    {
        source.End(this, commit: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        source.End(this, commit: false);
        return ValueTask.CompletedTask;
    }
}
