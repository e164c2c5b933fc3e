using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.Slc502Plain;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public string Address { get; set; } = "";

    public GuardedString? Password { get; set; }
}

/// <summary>The password is in the log.</summary>
[Connector("hr")]
public sealed partial class HrConnector(HrConfiguration configuration, ILogger<HrConnector> logger)
{
    [TestConnection]
    public void Test()
    {
        var password = configuration.Password?.Access(static characters => new string(characters));
        logger.LogInformation("Connecting to {Address} with {Password}", configuration.Address, {|SLC502:password|});
    }
}
