using System.Runtime.CompilerServices;

namespace Sluice.TestKit.Tests;

/// <summary>The iterator shape: typed, a token for each delta, composite tokens by a codec, deletes by log.</summary>
[Connector("log", DisplayName = "Log connector, iterator shape")]
internal sealed partial class LogConnector(MemorySource source)
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
    public IAsyncEnumerable<SyncEvent<Person>> SyncPeopleAsync(LogPosition? after, CancellationToken cancellation) => SyncAsync<Person>(ObjectClass.Account, after, cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Team>> SyncTeamsAsync(LogPosition? after, CancellationToken cancellation) => SyncAsync<Team>(ObjectClass.Group, after, cancellation);

    [Search<Person>]
    public IAsyncEnumerable<Person> SearchPeopleAsync(CancellationToken cancellation) => SearchAsync<Person>(ObjectClass.Account, cancellation);

    [Search<Team>]
    public IAsyncEnumerable<Team> SearchTeamsAsync(CancellationToken cancellation) => SearchAsync<Team>(ObjectClass.Group, cancellation);

    private LogPosition? Latest()
    {
        using var connection = source.Connect();
        return connection.Settled() is > 0 and var newest ? new LogPosition(source.Identity, newest) : null;
    }

    private async IAsyncEnumerable<SyncEvent<T>> SyncAsync<T>(ObjectClass objectClass, LogPosition? after, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        var position = MemoryLog.Start(source, after);
        while (position.IsFirstRun)
        {
            var page = await ReadAsync<T>(connection => connection.RowsAsync(objectClass, position.Class!, position.Uid!, PageSize, cancellation));
            foreach (var (row, item) in page)
            {
                position = position with { Class = row.Class.Name, Uid = row.Uid.Value };
                yield return SyncDelta.CreateOrUpdate(SyncToken.From(position), item!);
            }

            if (page.Count < PageSize)
            {
                position = new(position.Source, position.Sequence);
                yield return SyncEvent.Checkpoint(SyncToken.From(position));
            }
        }

        int count;
        do
        {
            var page = await ReadAsync<T>(connection => connection.LogAsync(objectClass, position.Sequence, connection.Settled(), PageSize, cancellation));
            foreach (var (change, item) in page)
            {
                position = position with { Sequence = change.Sequence };
                yield return MemoryLog.Event(change, item, SyncToken.From(position));
            }

            count = page.Count;
        }
        while (count == PageSize);
    }

    // The records are read while the connection is open; nothing is open while deltas are delivered.
    private async ValueTask<IReadOnlyList<(MemoryChange Change, T? Item)>> ReadAsync<T>(Func<MemoryConnection, ValueTask<IReadOnlyList<MemoryChange>>> read)
        where T : class, IMappedObject<T>
    {
        using var connection = source.Connect();
        return [.. (await read(connection)).Select(change => (change, connection.Decode(change) is { } item ? ObjectMapping.Of<T>().FromConnectorObject(item) : null))];
    }

    private async IAsyncEnumerable<T> SearchAsync<T>(ObjectClass objectClass, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        foreach (var (_, item) in await ReadAsync<T>(connection => connection.RowsAsync(objectClass, "", "", int.MaxValue, cancellation)))
            yield return item!;
    }
}
