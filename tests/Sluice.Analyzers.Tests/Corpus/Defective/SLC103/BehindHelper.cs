using Sluice;

namespace Corpus.Slc103.BehindHelper;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc103-behind-helper")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.Group)]
    public void Sync(ObjectClass objectClass, long? after, ISyncTokenResultsHandler handler)
    {
        var newest = tables.Newest(ObjectClasses.Account);
        if (Deliver(objectClass, after, handler) && newest is { } final)
            handler.HandleResult(final);
    }

    private bool Deliver(ObjectClass objectClass, long? after, ISyncTokenResultsHandler handler)
    {
        {|SLC103:if|} (objectClass == ObjectClass.Account)
        {
            foreach (var delta in tables.Changes("people", after))
            {
                if (!handler.Handle(delta))
                    return false;
            }
        }

        return true;
    }
}
