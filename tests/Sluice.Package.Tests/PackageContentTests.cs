using System.IO.Compression;
using System.Xml.Linq;
using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>What a user gets, file by file: nothing missing, nothing more.</summary>
public sealed class PackageContentTests
{
    [Test]
    public void Sluice_holds_the_library_and_the_three_compiler_components()
    {
        Assert.That(Entries("Sluice", "nupkg"), Is.EquivalentTo(new[]
        {
            "Sluice.nuspec",
            "README.md",
            "lib/net10.0/Sluice.dll",
            "lib/net10.0/Sluice.xml",
            "analyzers/dotnet/cs/Sluice.Generators.dll",
            "analyzers/dotnet/cs/Sluice.Analyzers.dll",
            "analyzers/dotnet/cs/Sluice.CodeFixes.dll",
        }));
    }

    [Test]
    public void The_symbols_of_Sluice_are_in_their_own_package() =>
        Assert.That(Entries("Sluice", "snupkg"), Is.EquivalentTo(new[] { "Sluice.nuspec", "lib/net10.0/Sluice.pdb" }));

    [Test]
    public void Sluice_depends_on_abstractions_only()
    {
        Assert.That(Nuspec("Sluice").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value), Is.EquivalentTo(new[]
        {
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        }));
    }

    [Test]
    public void Sluice_TestKit_holds_the_kit_and_brings_what_it_stands_on()
    {
        Assert.That(Entries("Sluice.TestKit", "nupkg"), Is.EquivalentTo(new[] { "Sluice.TestKit.nuspec", "README.md", "lib/net10.0/Sluice.TestKit.dll", "lib/net10.0/Sluice.TestKit.xml" }));
        Assert.That(Entries("Sluice.TestKit", "snupkg"), Is.EquivalentTo(new[] { "Sluice.TestKit.nuspec", "lib/net10.0/Sluice.TestKit.pdb" }));

        // What is pinned centrally is named too.
        Assert.That(Nuspec("Sluice.TestKit").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value), Is.EquivalentTo(new[]
        {
            "FsCheck",
            "FSharp.Core",
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "NUnit",
            "Sluice",
        }));
    }

    [Test]
    public void Sluice_Templates_holds_the_template()
    {
        const string Template = "content/sluice-connector/";
        Assert.That(Entries("Sluice.Templates", "nupkg"), Is.EquivalentTo(new[]
        {
            "Sluice.Templates.nuspec",
            "README.md",
            Template + ".template.config/template.json",
            Template + "SampleConnector.slnx",
            Template + "SampleConnector/SampleConnector.csproj",
            Template + "SampleConnector/Person.cs",
            Template + "SampleConnector/PeopleConfiguration.cs",
            Template + "SampleConnector/PeopleConnector.cs",
            Template + "SampleConnector.Tests/SampleConnector.Tests.csproj",
            Template + "SampleConnector.Tests/PeopleConnectorTests.cs",
            Template + "SampleConnector.Tests/PeopleContract.cs",
        }));
    }

    [Test]
    public void Sluice_Connectors_Sql_holds_the_connector()
    {
        Assert.That(Entries("Sluice.Connectors.Sql", "nupkg"), Is.EquivalentTo(new[]
        {
            "Sluice.Connectors.Sql.nuspec",
            "README.md",
            "lib/net10.0/Sluice.Connectors.Sql.dll",
            "lib/net10.0/Sluice.Connectors.Sql.xml",
        }));
        Assert.That(Entries("Sluice.Connectors.Sql", "snupkg"), Is.EquivalentTo(new[] { "Sluice.Connectors.Sql.nuspec", "lib/net10.0/Sluice.Connectors.Sql.pdb" }));
        Assert.That(Nuspec("Sluice.Connectors.Sql").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value), Is.EquivalentTo(new[]
        {
            "Sluice",
            "Microsoft.Data.Sqlite.Core",
            "Npgsql",
            "SQLitePCLRaw.bundle_e_sqlite3",

            // What Sluice depends on, pinned to the versions that it is tested with.
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        }));
    }

    [Test]
    public async Task A_clone_that_was_never_restored_packs()
    {
        var folder = Path.Combine(PackedFeed.Root, "never-restored");

        await Command.Dotnet(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal),
            "pack", "src/Sluice/Sluice.csproj", "--artifacts-path", folder, "--output", folder);

        Assert.That(Directory.EnumerateFiles(folder, "Sluice.*.nupkg"), Is.Not.Empty);
    }

    [TestCase("Sluice")]
    [TestCase("Sluice.Templates")]
    [TestCase("Sluice.TestKit")]
    [TestCase("Sluice.Connectors.Sql")]
    public void A_package_says_its_licence(string package)
    {
        var license = Nuspec(package).Descendants().Single(element => element.Name.LocalName == "license");

        Assert.Multiple(() =>
        {
            Assert.That(license.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(license.Attribute("type")!.Value, Is.EqualTo("expression"));
        });
    }

    private static string FileOf(string package, string kind) => Path.Combine(PackedFeed.Feed, $"{package}.{PackedFeed.Version}.{kind}");

    /// <summary>The entries of a package without those of its envelope.</summary>
    private static string[] Entries(string package, string kind)
    {
        using var archive = ZipFile.OpenRead(FileOf(package, kind));
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))];
    }

    private static XDocument Nuspec(string package)
    {
        using var archive = ZipFile.OpenRead(FileOf(package, "nupkg"));
        using var nuspec = archive.GetEntry(package + ".nuspec")!.Open();
        return XDocument.Load(nuspec);
    }
}
