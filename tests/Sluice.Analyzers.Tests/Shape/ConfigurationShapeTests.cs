using Sluice.Analyzers.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>What keeps a configuration from being bound and validated completely.</summary>
public sealed class ConfigurationShapeTests
{
    [TestCase("[ConnectorConfiguration] public class {|SLC001:Settings|} { }",
        "Make 'Settings' partial: the generated half of 'Settings' cannot be written otherwise")]
    [TestCase("[ConnectorConfiguration] public abstract partial class {|SLC002:Settings|} { }",
        "Code for 'Settings' cannot be generated as it stands: it must not be abstract; base classes of configurations need no attribute")]
    [TestCase("[ConnectorConfiguration] public partial class Settings { public object? {|SLC010:Extra|} { get; set; } }",
        "'Extra' cannot be configured: its type object? is not supported; use string, bool, int, long, double, decimal, Guid, Uri, TimeSpan, DateTimeOffset, GuardedString, an enum, or an array or IReadOnlyList of string, int, long, Guid or Uri, or keep it out with [Ignore]")]
    [TestCase("[ConnectorConfiguration] public partial class Settings { [Required] public string {|SLC010:Server|} { get; } = \"\"; }",
        "'Server' cannot be configured: it cannot be set; give it a set or init accessor, or a constructor parameter")]
    [TestCase("[ConnectorConfiguration] public partial class Settings { [{|SLC011:Range(1, 9)|}] public string Port { get; set; } = \"\"; }",
        "[Range] does not fit 'Port': it needs a number; implement IValidatableObject instead")]
    public async Task IsReported(string source, string message)
    {
        var found = await Verify<ConfigurationShapeAnalyzer>.Reports($"using Sluice; using System.ComponentModel.DataAnnotations; {source}");

        Assert.That(found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(new[] { message }));
    }

    [TestCase("[ConnectorConfiguration] public partial class Settings { [Required, Url] public string Address { get; set; } = \"\"; [Range(1, 65535)] public int Port { get; set; } = 389; }")]
    [TestCase("public class Settings { public object? Extra { get; set; } }")]
    [TestCase("[ConnectorConfiguration] public partial record Settings(string Server, [Range(1, 9)] int Level = 3);")]
    public async Task NothingIsWrong(string source)
        => await Verify<ConfigurationShapeAnalyzer>.Clean($"using Sluice; using System.ComponentModel.DataAnnotations; {source}");
}
