using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.AllIsRefused;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>The order across classes is not known, so all of them together are refused.</summary>
[Connector("all-is-refused")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.All)]
    public async ValueTask<long?> LatestAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return objectClass.IsAll ? throw Refused(objectClass, "LatestSyncToken") : tables.Newest("people");
    }

    [Sync(ObjectClasses.Account, ObjectClasses.All)]
    public async IAsyncEnumerable<SyncDelta> SyncAsync(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (objectClass == ObjectClass.All)
            throw Refused(objectClass, "Sync");
        await Task.Delay(1, cancellation);
        foreach (var change in tables.Changes("people", after))
            yield return change.Object is null ? SyncDelta.Delete(change.Token, ObjectClass.Account, change.Uid) : change;
    }

    private static UnsupportedObjectClassException Refused(ObjectClass objectClass, string operation) => new(objectClass, [ObjectClass.Account], operation);
}
