using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Configuration;

/// <summary>SLC504.</summary>
public sealed class ChangedConfigurationTests
{
    [Test]
    public Task Changed() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("private readonly Settings _settings = new(); [ConnectorConfiguration] public sealed partial class Settings { public string Address { get; set; } = \"\"; public int Size { get; set; } } [TestConnection] public void Test() => {|SLC504:_settings.Size|} = 5;"),
        ("SLC504", "'Test' changes 'Size' of its configuration, so runs at the same time work with different settings; keep the value in a local, or in a field that the constructor sets"));

    [TestCase("private readonly Settings _settings = new(); [ConnectorConfiguration] public sealed partial class Settings { public string Address { get; set; } = \"\"; public int Size { get; set; } } [TestConnection] public void Test() { var settings = _settings; {|SLC504:settings.Size|}++; }", TestName = "Changed: through a local")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("private readonly Settings _settings = new(); [ConnectorConfiguration] public sealed partial class Settings { public string Address { get; set; } = \"\"; public int Size { get; set; } } public Hr() => _settings.Address = \"x\";", TestName = "Not changed: by the constructor")]
    [TestCase("private readonly Settings _settings = new(); [ConnectorConfiguration] public sealed partial class Settings { public string Address { get; set; } = \"\"; public int Size { get; set; } } [TestConnection] public void Test() { var copy = new Settings(); copy.Size = 5; _feed.Log(copy.Address + _settings.Address); }", TestName = "Not changed: a copy")]
    [TestCase("private readonly Settings _settings = new(); [ConnectorConfiguration] public sealed partial class Settings { public string Address { get; set; } = \"\"; public int Size { get; set; } } [TestConnection] public void Test() => _feed.Log(new Settings { Size = 5 }.Address + _settings.Size);", TestName = "Not changed: a new one")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
