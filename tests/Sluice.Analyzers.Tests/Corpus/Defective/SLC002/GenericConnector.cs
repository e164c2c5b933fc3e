using Sluice;

namespace Corpus.Slc002.GenericConnector;

[Connector("slc002-generic-connector")]
public sealed partial class {|SLC002:TableConnector|}<TRow>
{
    [TestConnection]
    public void Ping() => Console.WriteLine(typeof(TRow));
}
