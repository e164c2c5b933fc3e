using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ParallelReadingOrderedDelivery;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    Task<string> NameAsync(string id, CancellationToken cancellation);

    IAsyncEnumerable<IReadOnlyList<Change>> ReadAsync(long? after, CancellationToken cancellation);
}

[Connector("parallelreadingordereddelivery")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var changes in feed.ReadAsync(after, cancellation))
        {
            var names = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            await Parallel.ForEachAsync(changes, cancellation, async (change, stop) => names[change.Id] = await feed.NameAsync(change.Id, stop));
            foreach (var change in changes)
                yield return SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, names[change.Id]));
        }
    }
}
