using Sluice;

namespace Corpus.Slc106.NearlyRight;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc106-nearly-right")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.All)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.All)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        if (objectClass == ObjectClass.Account)
        {
            foreach (var change in tables.Changes("people", after))
                yield return SyncDelta.Delete(change.Token, objectClass, change.Uid);
            yield break;
        }

        foreach (var change in tables.Changes("log", after))
            yield return SyncDelta.Update(change.Token, ConnectorObject.Build({|SLC106:objectClass|}, change.Uid, change.Uid.Value).Build());
    }
}
