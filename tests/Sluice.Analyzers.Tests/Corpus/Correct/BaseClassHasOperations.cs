using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.BaseClassHasOperations;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation);
}

public abstract class FeedConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public virtual ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public virtual async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            if (await AcceptsAsync(change))
                yield return change.Delta;
        }
    }

    protected virtual ValueTask<bool> AcceptsAsync(Change change) => ValueTask.FromResult(true);
}

[Connector("baseclasshasoperations")]
public sealed partial class HrConnector(IFeed feed) : FeedConnector(feed)
{
    protected override ValueTask<bool> AcceptsAsync(Change change) => new(change.Id.Length > 0);
}
