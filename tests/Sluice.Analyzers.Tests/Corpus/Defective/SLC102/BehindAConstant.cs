using Sluice;

namespace Corpus.Slc102.BehindAConstant;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

internal static class Names
{
    public const string People = "__ACOUNT__";
}

[Connector("slc102-behind-a-constant")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken({|SLC102:Names.People|})]
    public long? Latest() => tables.Newest("people");

    [Sync({|SLC102:Names.People|})]
    public IEnumerable<SyncDelta> Sync(long? after) => tables.Changes("people", after);
}
