using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.BatchesOfLookUps;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    Task<IReadOnlyList<string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("batchesoflookups")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<Change>(50);
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            batch.Add(change);
            if (batch.Count < 50)
                continue;
            foreach (var delta in await CompleteAsync(batch, cancellation))
                yield return delta;
            batch.Clear();
        }

        foreach (var delta in await CompleteAsync(batch, cancellation))
            yield return delta;
    }

    private async Task<SyncDelta<Person>[]> CompleteAsync(IReadOnlyList<Change> batch, CancellationToken cancellation)
    {
        var names = await feed.NamesAsync(batch.Select(static change => change.Id), cancellation);
        return [.. batch.Select((change, i) => SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, names[i])))];
    }
}
