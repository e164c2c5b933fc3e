using Sluice;

namespace Corpus.Slc102.Mistyped;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc102-mistyped")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken({|SLC102:"__GROPU__"|})]
    public long? Latest() => tables.Newest("people");

    [Sync({|SLC102:"__GROPU__"|})]
    public IEnumerable<SyncDelta> Sync(long? after) => tables.Changes("people", after);
}
