using Sluice;

namespace Corpus.Slc502Client;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public string Address { get; set; } = "";

    public GuardedString? Password { get; set; }
}

public sealed class HrClient(HrConfiguration configuration)
{
    public void Connect()
    {
        var password = configuration.Password is null ? "" : configuration.Password.Access(characters => new string(characters));
        var text = $"{configuration.Address};Password={password}";
        Open(text);
        System.Diagnostics.Trace.TraceInformation({|SLC502:text|});
    }

    private static void Open(string connection) => ArgumentException.ThrowIfNullOrEmpty(connection);
}

/// <summary>Not the connector, but the client that it uses.</summary>
[Connector("hr")]
public sealed partial class HrConnector(HrClient client)
{
    [TestConnection]
    public void Test() => client.Connect();
}
