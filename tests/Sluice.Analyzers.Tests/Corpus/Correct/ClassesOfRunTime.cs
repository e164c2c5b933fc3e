using Sluice;

namespace Corpus.ClassesOfRunTime;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>The tables of a database are the object classes; some of them are read in a way of their own.</summary>
[Connector("classes-of-run-time")]
public sealed partial class TableConnector(ITables tables, IReadOnlyList<ObjectClassInfo> infos)
{
    [ObjectClassSource]
    public IReadOnlyList<ObjectClassInfo> Describe() => infos;

    [LatestSyncToken]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(Granularity = TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        if (objectClass.Name == "audit")
            yield break;
        foreach (var delta in tables.Changes(objectClass.Name, after))
            yield return delta;
    }
}

/// <summary>A host of such a connector asks it what there is.</summary>
public static class Host
{
    public static async Task RunAsync(TableConnector.Facade facade, IAsyncSyncHandler handler)
    {
        await facade.GetSchemaAsync();
        foreach (var objectClass in facade.ObjectClasses)
            await facade.SyncAsync(objectClass, SyncPosition.Beginning, handler);
        await facade.SyncAsync(new ObjectClass("orders"), SyncPosition.Beginning, handler);
    }
}
