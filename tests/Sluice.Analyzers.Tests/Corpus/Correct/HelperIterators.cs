using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.HelperIterators;

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

[Connector("helperiterators")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Person>> SyncAsync(long? after, CancellationToken cancellation) => EventsAsync(InScopeAsync(after, cancellation), cancellation);

    private async IAsyncEnumerable<(Change Change, bool InScope)> InScopeAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation).ConfigureAwait(false))
            yield return (change, change.Id.Length > 0);
    }

    private static async IAsyncEnumerable<SyncEvent<Person>> EventsAsync(IAsyncEnumerable<(Change Change, bool InScope)> changes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (change, inScope) in changes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (inScope)
                yield return change.Delta;
            else
                yield return SyncEvent.Checkpoint(change.Number);
        }
    }
}
