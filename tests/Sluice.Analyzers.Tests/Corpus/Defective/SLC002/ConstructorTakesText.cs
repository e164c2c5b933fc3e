using Sluice;

namespace Corpus.Slc002.ConstructorTakesText;

[Connector("slc002-constructor-takes-text")]
public sealed partial class FileConnector(string {|SLC002:path|})
{
    [TestConnection]
    public void Ping() => File.OpenRead(path).Dispose();
}
