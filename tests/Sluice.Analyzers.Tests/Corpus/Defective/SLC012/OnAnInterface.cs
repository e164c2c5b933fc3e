using Sluice;

namespace Corpus.Slc012.OnAnInterface;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

public interface {|SLC012:IDirectory|}
{
    [TestConnection]
    void Ping();
}

[Connector("slc012-on-an-interface")]
public sealed partial class HrConnector(IChangeLog log) : IDirectory
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);

    public void Ping() => log.Newest();
}
