using Sluice;

namespace Corpus.Slc003.Blank;

[{|SLC003:Connector(" ")|}]
public sealed partial class HrConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("alive");
}
