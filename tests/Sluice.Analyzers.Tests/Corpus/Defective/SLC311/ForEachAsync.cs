using Sluice;

namespace Corpus.Slc311.ForEachAsync;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[Connector("slc311-for-each-async")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation) => await log.NewestAsync(cancellation);

    [Sync<Person>]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation);
        await Parallel.{|SLC311:ForEachAsync|}(log.ReadAfterAsync(after, cancellation), cancellation, async (delta, stop) =>
        {
            if (!await handler.HandleAsync(delta, stop))
                {|SLC317:throw|} new OperationCanceledException("The host stopped.");
        });
        handler.HandleResult(newest);
    }
}
