using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.GenericBaseClass;

public sealed record Entry(long Version, string Key, IReadOnlyDictionary<string, string>? Cells);

public interface ITableLog
{
    ValueTask<long?> NewestAsync(string table, CancellationToken cancellation);

    IAsyncEnumerable<Entry> ReadAsync(string table, long? after, CancellationToken cancellation);
}

/// <summary>What connectors of this house have in common.</summary>
public abstract class TableConnector<T>(ITableLog log, string table)
    where T : class
{
    [TestConnection]
    public async Task TestAsync(CancellationToken cancellation) => await log.NewestAsync(table, cancellation).ConfigureAwait(false);

    protected abstract T Map(string key, IReadOnlyDictionary<string, string> cells);

    protected ValueTask<long?> NewestAsync(CancellationToken cancellation) => log.NewestAsync(table, cancellation);

    protected async IAsyncEnumerable<SyncDelta<T>> ChangesAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in log.ReadAsync(table, after, cancellation).ConfigureAwait(false))
        {
            yield return entry.Cells is null
                ? SyncDelta.Delete<T>(entry.Version, entry.Key)
                : SyncDelta.CreateOrUpdate(entry.Version, Map(entry.Key, entry.Cells));
        }
    }
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Key, [Name] string Login);

[Connector("corpus-generic-base-people")]
public sealed partial class PeopleConnector(ITableLog log) : TableConnector<Person>(log, "people")
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, CancellationToken cancellation) => ChangesAsync(after, cancellation);

    protected override Person Map(string key, IReadOnlyDictionary<string, string> cells) => new(key, cells["login"]);
}

[ObjectClass("room")]
public sealed partial record Room([Uid] string Key, [Name] string Door, int? Seats);

[Connector("corpus-generic-base-rooms")]
public sealed partial class RoomConnector(ITableLog log) : TableConnector<Room>(log, "rooms")
{
    [LatestSyncToken<Room>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => NewestAsync(cancellation);

    [Sync<Room>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta<Room>> SyncAsync(long? after, CancellationToken cancellation) => ChangesAsync(after, cancellation);

    protected override Room Map(string key, IReadOnlyDictionary<string, string> cells)
        => new(key, cells["door"], cells.TryGetValue("seats", out var seats) ? int.Parse(seats, System.Globalization.CultureInfo.InvariantCulture) : null);
}
