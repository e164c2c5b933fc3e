using Sluice;

namespace Corpus.Slc107.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc107-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? {|SLC107:Latest|}() { throw new NotImplementedException(); }

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);
}
