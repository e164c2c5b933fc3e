using Sluice;

namespace Corpus.Slc104.Plain;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc104-plain")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.All)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.All)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        if ({|SLC104:objectClass == ObjectClass.All|})
            yield break;
        foreach (var delta in tables.Changes("people", after))
            yield return delta;
    }
}
