using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc103.AsyncIterator;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc103-async-iterator")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.Group)]
    public async IAsyncEnumerable<SyncDelta> SyncAsync(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        {|SLC103:if|} (!objectClass.Equals(ObjectClass.Account))
            yield break;
        await Task.Yield();
        foreach (var delta in tables.Changes("people", after))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return delta;
        }
    }
}
