using Sluice;

namespace Corpus.Slc106.Plain;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc106-plain")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.All)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.All)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var change in tables.Changes("log", after))
            yield return change.Object is null ? SyncDelta.Delete(change.Token, {|SLC106:objectClass|}, change.Uid) : change;
    }
}
