using Sluice;

namespace Corpus.Slc304.Async;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[Connector("slc304-async")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation) => await log.NewestAsync(cancellation);

    [Sync<Person>]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation);
        await foreach (var delta in log.ReadAfterAsync(after, cancellation))
        {
            try
            {
                if (!await handler.HandleAsync(delta, cancellation))
                    return;
            }
            {|SLC304:catch|}
            {
                // One bad record must not end the run.
            }
        }

        handler.HandleResult(newest);
    }
}
