using Sluice;

namespace Corpus.Slc103.OtherOperations;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc103-other-operations")]
public sealed partial class HrConnector(ITables tables)
{
    [Search("person", "team")]
    public IEnumerable<ConnectorObject> Find(ObjectClass objectClass, Filter? filter)
    {
        switch (objectClass.Name)
        {
            case "person":
                return tables.Rows("people");
            {|SLC103:default|}:
                return [];
        }
    }

    [Delete("person", "team")]
    public Task DeleteAsync(ObjectClass objectClass, Uid uid)
    {
        {|SLC103:if|} (objectClass.Name == "person")
            tables.Remove("people", uid);
        return Task.CompletedTask;
    }
}
