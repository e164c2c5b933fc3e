using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc210.AsyncOrIterator;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc210-async-or-iterator")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public async IAsyncEnumerable<SyncDelta<Person>> {|SLC210:SyncAsync|}(Guid? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        foreach (var delta in log.ReadAfter(after?.GetHashCode()))
            yield return delta;
    }
}
