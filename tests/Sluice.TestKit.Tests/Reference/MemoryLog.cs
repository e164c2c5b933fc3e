namespace Sluice.TestKit.Tests;

/// <summary>What the connectors that read the log have in common.</summary>
internal static class MemoryLog
{
    /// <summary>Where a run starts, if the source can still serve it.</summary>
    public static LogPosition Start(MemorySource source, LogPosition? after)
    {
        using var connection = source.Connect();
        if (after is not { } known)
            return new(source.Identity, connection.Settled(), "", "");
        Check(source, known, connection.Trimmed().Sequence);
        return known;
    }

    public static void Check(MemorySource source, LogPosition position, long trimmed)
    {
        if (!string.Equals(position.Source, source.Identity, StringComparison.Ordinal))
            throw new SyncTokenExpiredException($"The token is of the source '{position.Source}', this one is '{source.Identity}'. Start from a full read.") { LawId = SyncLawIds.Slc215ForeignToken };
        if (position.Sequence < trimmed)
            throw new SyncTokenExpiredException("The source has forgotten the changes after the token. Start from a full read.") { LawId = SyncLawIds.Slc214ExpiredToken };
    }

    public static SyncEvent<T> Event<T>(MemoryChange change, T? item, SyncToken token)
        where T : class => change switch
        {
            { Kind: MemoryChangeKind.OutOfScope } => SyncEvent.Checkpoint(token),
            _ when item is null => SyncDelta.Delete<T>(token, change.Uid),
            { IsNew: true } => SyncDelta.Create(token, item),
            _ => SyncDelta.Update(token, item, change.PreviousUid),
        };
}
