using Sluice;

namespace Corpus.Slc006.NearlyRight;

public interface ITables
{
    IEnumerable<ConnectorObject> Read(string table);
}

[Connector("slc006-nearly-right")]
public sealed partial class TableConnector(ITables tables)
{
    [Search("device", "printer")]
    public IEnumerable<ConnectorObject> SearchHardware(ObjectClass objectClass, Filter? filter) => tables.Read(objectClass.Name);

    [Search("room", "Printer")]
    public IEnumerable<ConnectorObject> {|SLC006:SearchPlaces|}(ObjectClass objectClass, Filter? filter) => tables.Read(objectClass.Name);
}
