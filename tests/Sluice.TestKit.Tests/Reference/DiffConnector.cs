namespace Sluice.TestKit.Tests;

/// <summary>
/// The handler shape, asynchronous and untyped: compares the rows of today with those of the token's version, as one does with files.
/// All deltas of a run are one token group. Deletes are what is not there any more: of the token's version, and of those since, since a run
/// that was not acknowledged to its end may have told of what has come and gone.
/// </summary>
[Connector("diff", DisplayName = "Comparing connector")]
internal sealed partial class DiffConnector(MemorySource source)
{
    public static readonly ContractDeclarations Declarations = ContractDeclarations.None
        .RenamesInTwoDeltas("A comparison by uid takes a renamed object for another one.");

    public static IConnectorFacade Open(MemorySource source) => CreateFacade(new GivenService(source));

    [ObjectClassSource]
    public static IReadOnlyList<ObjectClassInfo> Describe() => HandWrittenFacade.DefaultSchema.Classes;

    [LatestSyncToken]
    public LogPosition? Latest(ObjectClass objectClass)
    {
        using var connection = source.Connect();
        return connection.NewestCommit() is > 0 and var newest && !objectClass.IsAll ? new LogPosition(source.Identity, newest) : null;
    }

    [Sync]
    public async Task SyncAsync(ObjectClass objectClass, LogPosition? after, IAsyncSyncTokenResultsHandler handler, CancellationToken cancellation)
    {
        // Before its first change the source is at commit 0, with no rows.
        var now = Latest(objectClass) ?? new(source.Identity, 0);
        foreach (var delta in await CompareAsync(objectClass, after, now, cancellation))
        {
            if (!await handler.HandleAsync(delta, cancellation))
                return;
        }

        handler.HandleResult(SyncToken.From(now));
    }

    private async Task<IReadOnlyList<SyncDelta>> CompareAsync(ObjectClass objectClass, LogPosition? after, LogPosition now, CancellationToken cancellation)
    {
        using var connection = source.Connect();
        var rows = connection.Version(now.Sequence) ?? [];
        IReadOnlyList<MemoryChange> before = [];
        if (after is { } known)
        {
            MemoryLog.Check(source, known, 0);
            before = known.Sequence == 0 ? [] : connection.Version(known.Sequence) ?? throw new SyncTokenExpiredException("The rows of the token's version are not kept any more. Start from a full read.") { LawId = SyncLawIds.Slc214ExpiredToken };
        }

        SyncToken token = SyncToken.From(now);
        var knownRows = before.Where(row => row.Class == objectClass).ToDictionary(row => row.Uid);
        var changed = rows.Where(row => row.Class == objectClass && !(knownRows.TryGetValue(row.Uid, out var old) && old.Sequence == row.Sequence)).ToList();
        var since = after is { } from ? Enumerable.Range(1, (int)(now.Sequence - from.Sequence)).SelectMany(commit => connection.Version(from.Sequence + commit) ?? []) : [];
        var deleted = before.Concat(since).Where(row => row.Class == objectClass).Select(row => row.Uid).Except(rows.Where(row => row.Class == objectClass).Select(row => row.Uid)).ToList();
        await connection.ReadAsync(changed.Count + deleted.Count, cancellation);
        return
        [
            .. deleted.Select(uid => SyncDelta.Delete(token, objectClass, uid)),
            .. changed.Select(row => knownRows.ContainsKey(row.Uid) ? SyncDelta.Update(token, connection.Decode(row)!) : SyncDelta.Create(token, connection.Decode(row)!)),
        ];
    }
}
