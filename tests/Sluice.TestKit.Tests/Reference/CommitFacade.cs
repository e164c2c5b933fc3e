namespace Sluice.TestKit.Tests;

/// <summary>The number of the transaction as token, shared by all its changes: the position moves when a transaction is complete.</summary>
internal class CommitFacade(MemorySource source) : LogFacade(source)
{
    protected override bool KeepsGroups => true;

    protected override long UpTo(MemoryConnection connection) => connection.NewestCommit();

    protected override LogPosition Check(MemoryConnection connection, LogPosition position)
    {
        if (!string.Equals(position.Source, Source.Identity, StringComparison.Ordinal) || position.Sequence < connection.Trimmed().Commit)
            throw new SyncTokenExpiredException("The source has another history than the token, or has forgotten it.");
        return position;
    }

    protected override ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
        connection.CommitsAsync(objectClass, after.Sequence, pageSize, cancellation);

    protected override LogPosition Next(LogPosition position, MemoryChange change) => position with { Sequence = change.Commit };
}
