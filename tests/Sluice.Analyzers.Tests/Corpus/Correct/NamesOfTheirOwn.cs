using Sluice;

namespace Corpus.NamesOfTheirOwn;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>Tables whose names look like the well-known ones, and are not.</summary>
[Connector("names-of-their-own")]
public sealed partial class TableConnector(ITables tables)
{
    [LatestSyncToken("account", "Groups", "_accounts", "group_", "__PERSON__")]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync("account", "Groups", "_accounts", "group_", "__PERSON__")]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after) => tables.Changes(objectClass.Name, after);

    [Search("service_account", "all", "__account__")]
    public IEnumerable<ConnectorObject> Find(ObjectClass objectClass, Filter? filter) => tables.Rows(objectClass.Name);
}
