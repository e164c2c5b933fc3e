using Sluice;

namespace Corpus.Slc317Async;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>Awaited, and thrown all the same.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation);
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
        {
            var wantsMore = await handler.HandleAsync(SyncDelta.Delete<Person>(change.Number, change.PersonId), cancellation).ConfigureAwait(false);
            if (!wantsMore)
            {
                Console.WriteLine("stopped");
                {|SLC317:throw|} new ConnectorException("stopped");
            }
        }

        if (newest is { } position)
            handler.HandleResult(position);
    }
}
