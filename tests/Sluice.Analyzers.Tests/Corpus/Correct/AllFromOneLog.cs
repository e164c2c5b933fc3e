using Sluice;

namespace Corpus.AllFromOneLog;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>The source has one log of everything; each entry knows its class.</summary>
[Connector("all-from-one-log")]
public sealed partial class LogConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.All, ObjectClasses.Account)]
    public long? Latest() => tables.Newest("log");

    [Sync(ObjectClasses.All, ObjectClasses.Account)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var entry in tables.Changes("log", after))
        {
            if (!objectClass.IsAll && entry.ObjectClass != objectClass)
                continue;
            yield return entry.Object is null
                ? SyncDelta.Delete(entry.Token, objectClass.IsAll ? entry.ObjectClass : objectClass, entry.Uid)
                : SyncDelta.CreateOrUpdate(entry.Token, ConnectorObject.Build(entry.ObjectClass, entry.Uid, entry.Uid.Value).Build());
        }
    }
}
