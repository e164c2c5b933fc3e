using Sluice;

namespace Corpus.Slc002.PrivateConstructor;

[Connector("slc002-private-constructor")]
public sealed partial class {|SLC002:FileConnector|}
{
    private FileConnector()
    {
    }

    public static FileConnector Instance { get; } = new();

    [TestConnection]
    public void Ping() => File.OpenRead("people.csv").Dispose();
}
