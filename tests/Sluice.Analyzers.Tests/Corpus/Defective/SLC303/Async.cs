using Sluice;

namespace Corpus.Slc303.Async;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[Connector("slc303-async")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation) => await log.NewestAsync(cancellation);

    [Sync<Person>]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation);
        await foreach (var delta in log.ReadAfterAsync(after, cancellation))
            _ = {|SLC303:handler.HandleAsync(delta, cancellation)|};

        handler.HandleResult(newest);
    }
}
