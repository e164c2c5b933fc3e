using Sluice;

namespace Corpus.Slc502InsideAccess;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public string Address { get; set; } = "";

    public GuardedString? Password { get; set; }
}

/// <summary>What sees the secret tells it.</summary>
[Connector("hr")]
public sealed partial class HrConnector(HrConfiguration configuration)
{
    [TestConnection]
    public void Test() => configuration.Password?.Access(configuration.Address, static (characters, address) =>
    {
        if (characters.IsEmpty)
            throw new InvalidOperationException(address);
        Console.WriteLine("Connecting to " + address + " with " + {|SLC502:characters.ToString()|});
    });
}
