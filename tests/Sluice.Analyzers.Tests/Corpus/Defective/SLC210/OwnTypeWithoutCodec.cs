using Sluice;

namespace Corpus.Slc210.OwnTypeWithoutCodec;

public sealed record LogPosition(long File, long Line);

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc210-own-type-without-codec")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> {|SLC210:Sync|}(LogPosition? after) => log.ReadAfter(after?.Line);
}
