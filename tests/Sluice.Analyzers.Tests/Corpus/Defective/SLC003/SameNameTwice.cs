using Sluice;

namespace Corpus.Slc003.SameNameTwice;

[Connector("slc003-people")]
public sealed partial class HrConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("hr");
}

[{|SLC003:Connector("slc003-people")|}]
public sealed partial class CrmConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("crm");
}
