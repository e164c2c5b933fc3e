using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.FastPathOfValueTasks;

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

[Connector("fastpathofvaluetasks")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await feed.NewestAsync(cancellation);
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            var answer = handler.HandleAsync(change.Delta, cancellation);
            if (!(answer.IsCompletedSuccessfully ? answer.Result : await answer))
                return;
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }
}
