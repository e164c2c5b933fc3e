using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.PageOfDeltas;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("pageofdeltas")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(long? after, int pageSize, CancellationToken cancellation)
    {
        var deltas = new List<SyncDelta<Person>>(pageSize);
        long? last = null;
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            if (deltas.Count == pageSize)
                return new SyncPage<Person>(deltas, deltas[^1].Token, hasMore: true);
            deltas.Add(change.Delta);
            last = change.Number;
        }

        return new SyncPage<Person>(deltas, last is { } next ? next : default(SyncToken?), hasMore: false);
    }
}
