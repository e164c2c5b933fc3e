using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc004.AsyncIterator;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SyncDelta<Person>> ReadAfterAsync(long? number, CancellationToken cancellation);
}

public abstract class Connector(IChangeLog log)
{
    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> {|SLC004:SyncAsync|}(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var delta in log.ReadAfterAsync(after, cancellation))
            yield return delta;
    }
}

[Connector("slc004-async-iterator")]
public sealed partial class HrConnector(IChangeLog log) : Connector(log);
