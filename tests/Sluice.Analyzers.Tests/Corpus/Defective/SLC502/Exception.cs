using Sluice;

namespace Corpus.Slc502Exception;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public string Address { get; set; } = "";

    public GuardedString? Password { get; set; }
}

/// <summary>The password is in the message of an exception.</summary>
[Connector("hr")]
public sealed partial class HrConnector(HrConfiguration configuration)
{
    [TestConnection]
    public void Test()
    {
        var password = configuration.Password?.Access(characters => characters.ToString()) ?? "";
        if (password.Length < 8)
            throw new ConnectorException($"The password '{{|SLC502:password|}}' for {configuration.Address} is too short.");
    }
}
