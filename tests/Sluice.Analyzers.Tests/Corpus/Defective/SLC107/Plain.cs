using Sluice;

namespace Corpus.Slc107.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc107-plain")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> {|SLC107:Sync|}(long? after) => throw new NotImplementedException();
}
