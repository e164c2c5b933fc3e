using Sluice;

namespace Corpus.Slc106.AsyncHandler;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc106-async-handler")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.All, ObjectClasses.Account)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.All, ObjectClasses.Account)]
    public async Task SyncAsync(ObjectClass objectClass, long? after, IAsyncSyncTokenResultsHandler handler, CancellationToken cancellation)
    {
        var newest = tables.Newest("log");
        foreach (var change in tables.Changes("log", after))
        {
            var wanted = objectClass;
            var delta = change.Object is null ? SyncDelta.Delete(change.Token, {|SLC106:wanted|}, change.Uid) : change;
            if (!await handler.HandleAsync(delta, cancellation))
                return;
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }
}
