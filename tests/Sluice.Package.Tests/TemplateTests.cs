using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>`dotnet new sluice-connector`, from the packed feed on.</summary>
public sealed partial class TemplateTests
{
    [TestCase("Contoso.Hr")]
    [TestCase("people-2")]
    public async Task A_new_connector_builds_and_passes_its_own_tests(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, "template-" + name)).FullName;
        var hive = Path.Combine(folder, "hive");

        await Command.Dotnet(folder, PackedFeed.Environment,
            "new", "install", Path.Combine(PackedFeed.Feed, $"Sluice.Templates.{PackedFeed.Version}.nupkg"), "--debug:custom-hive", hive);
        await Command.Dotnet(folder, PackedFeed.Environment,
            "new", "sluice-connector", "--name", name, "--output", name, "--sluiceVersion", PackedFeed.Version, "--debug:custom-hive", hive);
        var printed = await Command.Dotnet(folder, PackedFeed.Environment,
            "test", name);

        Assert.That(int.Parse(Passed().Match(printed).Groups["count"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), Is.Positive, printed);
    }

    [Test]
    public void The_template_takes_the_version_that_is_packed_with_it()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "Sluice.Templates", "content", "sluice-connector", ".template.config", "template.json")));
        var packed = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.That(template.RootElement.GetProperty("symbols").GetProperty("sluiceVersion").GetProperty("defaultValue").GetString(), Is.EqualTo(packed));
    }

    [Test]
    public void The_template_uses_the_versions_that_this_repository_is_tested_with()
    {
        var central = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value, StringComparer.Ordinal);

        Assert.Multiple(() =>
        {
            foreach (var project in Directory.EnumerateFiles(Repository.PathOf("src", "Sluice.Templates", "content"), "*.csproj", SearchOption.AllDirectories))
            {
                foreach (var package in XDocument.Load(project).Descendants("PackageReference").Where(package => package.Attribute("Include")!.Value is not ("Sluice" or "Sluice.TestKit")))
                    Assert.That(package.Attribute("Version")!.Value, Is.EqualTo(central[package.Attribute("Include")!.Value]), project);
            }
        });
    }

    [GeneratedRegex(@"Passed: +(?<count>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passed();
}
