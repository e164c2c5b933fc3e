using Sluice;

namespace Corpus.Slc208.OneOfTwoClasses;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc208-one-of-two-classes")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken("person", "team")]
    public long? {|SLC208:Latest|}(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync("person")]
    public IEnumerable<SyncDelta> SyncPeople(long? after) => tables.Changes("person", after);

    [Sync("team")]
    public IEnumerable<SyncDelta> SyncTeams(byte[]? after) => tables.Changes("team", after is null ? null : BitConverter.ToInt64(after));
}
