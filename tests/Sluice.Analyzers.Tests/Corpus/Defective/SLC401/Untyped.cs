using Sluice;

namespace Corpus.Slc401.Untyped;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<(long Number, string Id)> ReadAfter(long? number);
}

[Connector("slc401-untyped")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken(ObjectClasses.Account)]
    public long? Latest() => log.Newest();

    [Sync(ObjectClasses.Account)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var row in log.ReadAfter(after))
            yield return SyncDelta.Create(row.Number, {|SLC401:(ConnectorObject)null!|});
    }
}
