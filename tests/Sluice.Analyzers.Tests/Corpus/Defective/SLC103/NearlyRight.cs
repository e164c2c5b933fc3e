using Sluice;

namespace Corpus.Slc103.NearlyRight;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc103-nearly-right")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, "device", "printer", "scanner")]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, "device", "printer", "scanner")]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
        => objectClass.Name switch
        {
            ObjectClasses.Account => tables.Changes("people", after),
            "device" or "printer" => tables.Changes(objectClass.Name, after),
            {|SLC103:_|} => Enumerable.Empty<SyncDelta>(),
        };
}
