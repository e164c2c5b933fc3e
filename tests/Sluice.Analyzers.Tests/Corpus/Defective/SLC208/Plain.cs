using Sluice;

namespace Corpus.Slc208.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc208-plain")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string? {|SLC208:Latest|}() => $"{log.Newest()}";

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);
}
