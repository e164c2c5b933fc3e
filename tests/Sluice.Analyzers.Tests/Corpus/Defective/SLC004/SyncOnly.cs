using Sluice;

namespace Corpus.Slc004.SyncOnly;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc004-sync-only")]
public sealed partial class HrConnector(IChangeLog log)
{
    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> {|SLC004:Sync|}(long? after) => log.ReadAfter(after);
}
