using Sluice;

namespace Corpus.Slc102.AmongOthers;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc102-among-others")]
public sealed partial class HrConnector(ITables tables)
{
    [Search("device", {|SLC102:"_group_"|}, ObjectClasses.Account)]
    public IEnumerable<ConnectorObject> Find(ObjectClass objectClass, Filter? filter) => tables.Rows(objectClass.Name);
}
