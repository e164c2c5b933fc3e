using Sluice;

namespace Corpus.Slc004.NamedClasses;

public interface ITables
{
    IEnumerable<SyncDelta> ReadAfter(string table, long? number);

    long? Newest(string table);
}

[Connector("slc004-named-classes")]
public sealed partial class TableConnector(ITables tables)
{
    [LatestSyncToken("device")]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync("device", "printer")]
    public IEnumerable<SyncDelta> {|SLC004:Sync|}(ObjectClass objectClass, long? after) => tables.ReadAfter(objectClass.Name, after);
}
