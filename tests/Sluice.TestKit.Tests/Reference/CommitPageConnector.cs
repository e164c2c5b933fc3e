namespace Sluice.TestKit.Tests;

/// <summary>The page shape, batch-precise: a page's deltas share the position after the page; in the order of the commits.</summary>
[Connector("commit-page", DisplayName = "Commit connector, page shape")]
internal sealed partial class CommitPageConnector(MemorySource source)
{
    public static IConnectorFacade Open(MemorySource source) => CreateFacade(new GivenService(source));

    public static TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) =>
        objectClass == ObjectClass.Account ? TypedFace.Of(((Facade)facade).Person)
        : objectClass == ObjectClass.Group ? TypedFace.Of(((Facade)facade).Team)
        : null;

    [LatestSyncToken<Person>]
    public LogPosition? LatestPerson() => Latest();

    [LatestSyncToken<Team>]
    public LogPosition? LatestTeam() => Latest();

    [Sync<Person>]
    public ValueTask<SyncPage<Person>> SyncPeopleAsync(LogPosition? after, int pageSize, CancellationToken cancellation) => PageAsync<Person>(ObjectClass.Account, after, pageSize, cancellation);

    [Sync<Team>]
    public ValueTask<SyncPage<Team>> SyncTeamsAsync(LogPosition? after, int pageSize, CancellationToken cancellation) => PageAsync<Team>(ObjectClass.Group, after, pageSize, cancellation);

    private LogPosition? Latest()
    {
        using var connection = source.Connect();
        return connection.NewestCommit() is > 0 and var newest ? new LogPosition(source.Identity, newest) : null;
    }

    private async ValueTask<SyncPage<T>> PageAsync<T>(ObjectClass objectClass, LogPosition? after, int pageSize, CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        using var connection = source.Connect();
        var position = after ?? new(source.Identity, connection.NewestCommit(), "", "");
        MemoryLog.Check(source, position, connection.Trimmed().Commit);
        if (position.IsFirstRun)
        {
            var rows = await connection.RowsAsync(objectClass, position.Class!, position.Uid!, pageSize, cancellation);
            var hasMore = rows.Count == pageSize;
            SyncToken next = SyncToken.From(hasMore ? position with { Class = rows[^1].Class.Name, Uid = rows[^1].Uid.Value } : new LogPosition(position.Source, position.Sequence));
            return new([.. rows.Select(row => SyncDelta.CreateOrUpdate(next, Item<T>(connection, row)!))], next, hasMore);
        }

        var changes = await connection.CommitsAsync(objectClass, position.Sequence, pageSize, cancellation);
        SyncToken end = SyncToken.From(changes is [.., var last] ? position with { Sequence = last.Commit } : position);
        return new(
            [
                .. changes.Where(change => change.Kind != MemoryChangeKind.OutOfScope).Select(change => Item<T>(connection, change) is { } item
                    ? SyncDelta.CreateOrUpdate(end, item, change.PreviousUid)
                    : SyncDelta.Delete<T>(end, change.Uid)),
            ],
            end,
            changes.Count >= pageSize);
    }

    private static T? Item<T>(MemoryConnection connection, MemoryChange change)
        where T : class, IMappedObject<T> => connection.Decode(change) is { } item ? ObjectMapping.Of<T>().FromConnectorObject(item) : null;
}
