using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc006.AsyncIterators;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[Connector("slc006-async-iterators")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation) => await log.NewestAsync(cancellation);

    [Sync<Person>]
    public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, CancellationToken cancellation) => log.ReadAfterAsync(after, cancellation);

    [Sync<Person>]
    public async IAsyncEnumerable<SyncDelta<Person>> {|SLC006:SyncSlowlyAsync|}(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var delta in log.ReadAfterAsync(after, cancellation))
        {
            await Task.Delay(1, cancellation);
            yield return delta;
        }
    }
}
