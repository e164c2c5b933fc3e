using Sluice;

namespace Corpus.Slc202.Async;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[Connector("slc202-async")]
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
            if (!await handler.HandleAsync(delta, cancellation))
            {
                {|SLC202:handler.HandleResult(newest)|};
                return;
            }
        }

        handler.HandleResult(newest);
    }
}
