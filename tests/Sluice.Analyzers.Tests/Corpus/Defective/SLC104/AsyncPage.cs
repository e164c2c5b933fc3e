using Sluice;

namespace Corpus.Slc104.AsyncPage;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc104-async-page")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.All, "person")]
    public long? Latest() => tables.Newest("people");

    [Sync(ObjectClasses.All, "person")]
    public async Task<SyncPage> SyncAsync(ObjectClass objectClass, long? after)
    {
        if ({|SLC104:objectClass.IsAll|})
            return new SyncPage([], after ?? 0L, false);
        await Task.Yield();
        SyncDelta[] changes = [.. tables.Changes("people", after).Take(100)];
        return new SyncPage(changes, changes.Length == 0 ? after ?? 0L : changes[^1].Token, changes.Length == 100);
    }
}
