using Sluice;

namespace Corpus.Slc004.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[ObjectClass(ObjectClasses.Group)]
public sealed partial record Team([Uid] string Id, [Name] string Title);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc004-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Team>]
    public long? {|SLC004:Latest|}() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> {|SLC004:Sync|}(long? after) => log.ReadAfter(after);
}
