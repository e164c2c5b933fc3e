using Sluice;

namespace Corpus.Slc211.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc211-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public SyncToken? Latest() => log.Newest() is { } number ? number : null;

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync({|SLC211:SyncToken|} after) => log.ReadAfter(after.IsDefault ? null : after.AsInt64());
}
