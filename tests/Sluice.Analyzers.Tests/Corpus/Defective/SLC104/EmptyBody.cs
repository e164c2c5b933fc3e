using Sluice;

namespace Corpus.Slc104.EmptyBody;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc104-empty-body")]
public sealed partial class HrConnector(ITables tables)
{
    [Search("person")]
    public IEnumerable<ConnectorObject> Find(Filter? filter) => tables.Rows("people");

    [Search(ObjectClasses.All)]
    public IEnumerable<ConnectorObject> {|SLC104:FindAll|}(Filter? filter) => Array.Empty<ConnectorObject>();
}
