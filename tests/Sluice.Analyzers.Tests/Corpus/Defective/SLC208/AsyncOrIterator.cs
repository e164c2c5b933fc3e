using Sluice;

namespace Corpus.Slc208.AsyncOrIterator;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc208-async-or-iterator")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<DateTimeOffset?> {|SLC208:LatestAsync|}()
    {
        await Task.Yield();
        return log.Newest() is { } number ? DateTimeOffset.FromUnixTimeSeconds(number) : null;
    }

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);
}
