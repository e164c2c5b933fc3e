using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Sluice.Benchmarks;

/// <summary>The connector to the <see cref="PeopleDatabase"/>.</summary>
[Connector("benchmark-people")]
public sealed partial class PeopleConnector(PeopleDatabase database)
{
    [LatestSyncToken<Person>]
    public long? Latest() => database.Changes;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        using var connection = database.Open();
        using var command = PeopleDatabase.ReadAfter(connection, after ?? 0);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return SyncDelta.CreateOrUpdate(rows.GetInt64(0), Read(rows));
    }

    private static Person Read(SqliteDataReader rows) => new(
        rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7), rows.GetString(8));
}

/// <summary>The same connector with an asynchronous iterator.</summary>
[Connector("benchmark-people-async")]
public sealed partial class AsyncPeopleConnector(PeopleDatabase database)
{
    [LatestSyncToken<Person>]
    public long? Latest() => database.Changes;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = database.Open();
        await using var command = PeopleDatabase.ReadAfter(connection, after ?? 0);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            yield return SyncDelta.CreateOrUpdate(rows.GetInt64(0), new Person(
                rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7), rows.GetString(8)));
        }
    }
}
