using Sluice;

namespace Corpus.ClassesRefused;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>One method for all classes; those that the source has no log of are refused.</summary>
[Connector("classes-refused")]
public sealed partial class HrConnector(ITables tables)
{
    private static readonly ObjectClass Device = new("device");

    [LatestSyncToken(ObjectClasses.Account, "device")]
    public long? Latest(ObjectClass objectClass) => objectClass == Device ? null : tables.Newest("people");

    [Sync(ObjectClasses.Account, "device")]
    public void Sync(ObjectClass objectClass, long? after, ISyncTokenResultsHandler handler)
    {
        if (objectClass != ObjectClass.Account)
            throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account], "Sync");
        var newest = tables.Newest("people");
        foreach (var delta in tables.Changes("people", after))
        {
            if (!handler.Handle(delta))
                return;
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }

    [Get(ObjectClasses.Account, "device")]
    public ConnectorObject? Get(ObjectClass objectClass, Uid uid) => objectClass.Name switch
    {
        ObjectClasses.Account => tables.Row("people", uid),
        "device" => tables.Row("devices", uid),
        _ => throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, Device], "Get"),
    };
}
