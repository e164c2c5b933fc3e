using Sluice;

namespace Corpus.Slc103.Plain;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc103-plain")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.Group)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        {|SLC103:switch|} (objectClass.Name)
        {
            case ObjectClasses.Account:
                foreach (var delta in tables.Changes("people", after))
                    yield return delta;
                break;
        }
    }
}
