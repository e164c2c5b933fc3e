using Sluice;

namespace Corpus.ClassesInASwitch;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>Every class that is declared has a branch, so nothing is left for a default.</summary>
[Connector("classes-in-a-switch")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group, "device")]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.Group, "device")]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        switch (objectClass.Name.ToUpperInvariant())
        {
            case ObjectClasses.Account:
                foreach (var delta in tables.Changes("people", after))
                    yield return delta;
                break;
            case ObjectClasses.Group:
                foreach (var delta in tables.Changes("groups", after))
                    yield return delta;
                break;
            case "DEVICE":
                foreach (var delta in tables.Changes("devices", after))
                    yield return delta;
                break;
        }
    }

    [Search(ObjectClasses.Account, ObjectClasses.Group, "device")]
    public IEnumerable<ConnectorObject> Find(ObjectClass objectClass, Filter? filter) => objectClass switch
    {
        { Name: ObjectClasses.Account } => tables.Rows("people"),
        { Name: ObjectClasses.Group } => tables.Rows("groups"),
        _ => tables.Rows("devices"),
    };
}
