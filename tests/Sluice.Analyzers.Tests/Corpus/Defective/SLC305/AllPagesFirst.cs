using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc305.AllPagesFirst;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<(IReadOnlyList<Change> Changes, long Next, bool More)> PageAsync(long? after, CancellationToken cancellation);
}

[Connector("slc305-allpagesfirst")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var {|SLC305:changes|} = new List<Change>();
        var cursor = after;
        while (true)
        {
            var page = await feed.PageAsync(cursor, cancellation);
            changes.AddRange(page.Changes);
            if (!page.More)
                break;
            cursor = page.Next;
        }

        foreach (var change in changes)
            yield return change.Delta;
    }
}
