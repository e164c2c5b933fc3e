using Sluice;

namespace Corpus.ClassesInATable;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    ConnectorObject? Row(string table, Uid uid);

    void Remove(string table, Uid uid);
}

/// <summary>The classes are looked up; what is not in the table is refused by a helper.</summary>
[Connector("classes-in-a-table")]
public sealed partial class HrConnector(ITables tables)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [ObjectClasses.Account] = "people",
        [ObjectClasses.Group] = "groups",
    };

    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(Table(objectClass));

    [Sync(ObjectClasses.Account, ObjectClasses.Group)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after) => tables.Changes(Table(objectClass), after);

    [Delete(ObjectClasses.Account, ObjectClasses.Group)]
    public void Delete(ObjectClass objectClass, Uid uid)
    {
        if (Names.TryGetValue(objectClass.Name, out var table))
            tables.Remove(table, uid);
        else
            throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, ObjectClass.Group], nameof(Delete));
    }

    private static string Table(ObjectClass objectClass) => Names.TryGetValue(objectClass.Name, out var table)
        ? table
        : throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, ObjectClass.Group], "any operation");
}
