namespace Sluice.TestKit.Tests;

/// <summary>The handler shape, synchronous: typed, a token for each delta, composite tokens, deletes by log.</summary>
[Connector("log-handler", DisplayName = "Log connector, synchronous handler shape")]
internal sealed partial class LogHandlerConnector(MemorySource source)
{
    private const int PageSize = 100;

    public static IConnectorFacade Open(MemorySource source) => CreateFacade(new GivenService(source));

    public static TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) =>
        objectClass == ObjectClass.Account ? TypedFace.Of(((Facade)facade).Person)
        : objectClass == ObjectClass.Group ? TypedFace.Of(((Facade)facade).Team)
        : null;

    [LatestSyncToken<Person>]
    public LogPosition? LatestPerson() => Latest();

    [LatestSyncToken<Team>]
    public LogPosition? LatestTeam() => Latest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void SyncPeople(LogPosition? after, ISyncTokenResultsHandler<Person> handler, CancellationToken cancellation) => Deliver(ObjectClass.Account, after, handler, cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public void SyncTeams(LogPosition? after, ISyncTokenResultsHandler<Team> handler, CancellationToken cancellation) => Deliver(ObjectClass.Group, after, handler, cancellation);

    private LogPosition? Latest()
    {
        using var connection = source.Connect();
        return connection.Settled() is > 0 and var newest ? new LogPosition(source.Identity, newest) : null;
    }

    private void Deliver<T>(ObjectClass objectClass, LogPosition? after, ISyncTokenResultsHandler<T> handler, CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        var position = MemoryLog.Start(source, after);
        while (position.IsFirstRun)
        {
            var page = Read<T>(connection => connection.Rows(objectClass, position.Class!, position.Uid!, PageSize, cancellation));
            foreach (var (row, item) in page)
            {
                position = position with { Class = row.Class.Name, Uid = row.Uid.Value };
                if (!handler.Handle(SyncDelta.CreateOrUpdate(SyncToken.From(position), item!)))
                    return;
            }

            if (page.Count < PageSize)
                position = new(position.Source, position.Sequence);
        }

        int count;
        do
        {
            var page = Read<T>(connection => connection.Log(objectClass, position.Sequence, connection.Settled(), PageSize, cancellation));
            foreach (var (change, item) in page)
            {
                position = position with { Sequence = change.Sequence };
                var token = SyncToken.From(position);
                if (change.Kind == MemoryChangeKind.OutOfScope)
                    continue;
                var delta = item is null ? SyncDelta.Delete<T>(token, change.Uid) : change.IsNew ? SyncDelta.Create(token, item) : SyncDelta.Update(token, item, change.PreviousUid);
                if (!handler.Handle(delta))
                    return;
            }

            count = page.Count;
        }
        while (count == PageSize);
        handler.HandleResult(SyncToken.From(position));
    }

    private IReadOnlyList<(MemoryChange Change, T? Item)> Read<T>(Func<MemoryConnection, IReadOnlyList<MemoryChange>> read)
        where T : class, IMappedObject<T>
    {
        using var connection = source.Connect();
        return [.. read(connection).Select(change => (change, connection.Decode(change) is { } item ? ObjectMapping.Of<T>().FromConnectorObject(item) : null))];
    }
}
