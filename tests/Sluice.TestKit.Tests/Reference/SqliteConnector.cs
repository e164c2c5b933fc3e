using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Sluice.TestKit.Tests;

/// <summary>The iterator shape over a database: the number of the newest change of each object, pages by keyset, tombstones.</summary>
[Connector("sqlite-reference", DisplayName = "Reference connector over SQLite")]
internal sealed partial class SqliteConnector(SqliteSource source)
{
    private const int PageSize = 100;

    public static IConnectorFacade Open(SqliteSource source) => CreateFacade(new GivenService(source));

    public static TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) =>
        objectClass == ObjectClass.Account ? TypedFace.Of(((Facade)facade).Person)
        : objectClass == ObjectClass.Group ? TypedFace.Of(((Facade)facade).Team)
        : null;

    [LatestSyncToken<Person>]
    public long? LatestPerson() => Latest();

    [LatestSyncToken<Team>]
    public long? LatestTeam() => Latest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Person>> SyncPeopleAsync(long? after, CancellationToken cancellation) => SyncAsync<Person>(ObjectClass.Account, after, cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Team>> SyncTeamsAsync(long? after, CancellationToken cancellation) => SyncAsync<Team>(ObjectClass.Group, after, cancellation);

    private long? Latest()
    {
        using var connection = source.Connect();
        return SqliteSource.Scalar(connection, "SELECT sequence FROM counter WHERE sequence > 0") is long newest ? newest : null;
    }

    private async IAsyncEnumerable<SyncEvent<T>> SyncAsync<T>(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        // Tombstones that were pruned before a first run began concern nobody; a token from then on is good for as long as the run lasts.
        var isFirstRun = after is null;
        var position = after ?? 0;
        IReadOnlyList<(long Sequence, string Uid, T? Item, bool InScope)> page;
        do
        {
            page = await PageAsync<T>(objectClass, position, isFirstRun, cancellation);
            foreach (var (sequence, uid, item, inScope) in page)
            {
                position = sequence;
                if (!inScope)
                    yield return SyncEvent.Checkpoint(sequence);
                else if (item is null)
                    yield return SyncDelta.Delete<T>(sequence, uid);
                else
                    yield return SyncDelta.CreateOrUpdate(sequence, item);
            }
        }
        while (page.Count == PageSize);

        // Where tombstones were pruned, the newest number is beyond the newest row.
        if (Trimmed() is var trimmed && trimmed > position)
            yield return SyncEvent.Checkpoint(trimmed);
    }

    private long Trimmed()
    {
        using var connection = source.Connect();
        return (long)SqliteSource.Scalar(connection, "SELECT trimmed FROM counter")!;
    }

    private ValueTask<IReadOnlyList<(long Sequence, string Uid, T? Item, bool InScope)>> PageAsync<T>(ObjectClass objectClass, long after, bool isFirstRun, CancellationToken cancellation)
        where T : class, IMappedObject<T>
    {
        using var connection = source.Connect();
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (!isFirstRun && SqliteSource.Scalar(connection, "SELECT trimmed FROM counter") is long trimmed && after < trimmed)
            throw new SyncTokenExpiredException("Tombstones were pruned after the token. Start from a full read.") { LawId = SyncLawIds.Slc214ExpiredToken };
        var page = new List<(long, string, T?, bool)>();
        using var command = SqliteSource.Command(
            connection,
            "SELECT sequence, uid, content, in_scope FROM object WHERE class = $class AND sequence > $after ORDER BY sequence LIMIT $limit",
            ("$class", objectClass.Name), ("$after", after), ("$limit", PageSize));
        using var rows = command.ExecuteReader();
        source.Read(cancellation);
        while (rows.Read())
        {
            source.Read(cancellation);
            page.Add((rows.GetInt64(0), rows.GetString(1), Item<T>(rows), rows.GetBoolean(3)));
        }

        return new(page);
    }

    private static T? Item<T>(SqliteDataReader row)
        where T : class, IMappedObject<T> => row.IsDBNull(2) ? null : ObjectMapping.Of<T>().FromConnectorObject(ConnectorJson.Default.Deserialize<ConnectorObject>(row.GetString(2)));
}
