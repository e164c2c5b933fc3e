using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc313.Page;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<(IReadOnlyList<Change> Rows, long Next, bool More)> PageAsync(long? after, int size, CancellationToken cancellation);
}

[Connector("slc313-page")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(long? after, int pageSize, CancellationToken cancellation)
    {
        var (rows, next, more) = await feed.PageAsync(after, pageSize, cancellation);
        var deltas = new List<SyncDelta<Person>>();
        foreach (var row in rows)
        {
            try
            {
                deltas.Add(row.Delta);
            }
            {|SLC313:catch|}
            {
            }
        }

        return new SyncPage<Person>(deltas, next, more);
    }
}
