using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.Architecture.Tests;

/// <summary>Who may know whom. A project that no row names is refused, so that a new one gets its row.</summary>
public sealed class DirectionOfKnowledgeTests
{
    private static readonly (string Project, string[] MayKnow)[] Rules =
    [
        ("Sluice", []),
        ("Sluice.Engine", ["Sluice"]),
        ("Sluice.Server", ["Sluice", "Sluice.Engine"]),
        ("Sluice.Cli", ["Sluice", "Sluice.Engine"]),
        ("Sluice.Connectors.*", ["Sluice"]),
        ("Sluice.Templates", []),
        ("Sluice.Generators", []),
        ("Sluice.Analyzers", []),
        ("Sluice.CodeFixes", []),
        ("Sluice.TestKit", ["Sluice"]),
        ("Sluice.Benchmarking", ["Sluice", "Sluice.TestKit"]),
    ];

    private static IEnumerable<ProjectFile> Shipped =>
        ProjectFile.All.Where(project => project.Path.Split('/')[0] is "src" or "generators" or "analyzers" or "testkit");

    [TestCaseSource(nameof(Shipped))]
    public void A_shipped_project_references_only_whom_it_may_know(object project)
    {
        var file = (ProjectFile)project;

        Assert.That(file.References, Is.SubsetOf(MayKnow(file.Name)));
    }

    [Test]
    public void Of_what_ships_only_the_analyzers_share_sources()
    {
        var sharing = Shipped.Where(project => project.LinkedSources.Any()).Select(project => project.Name);

        Assert.That(sharing, Is.SubsetOf(new[] { "Sluice.Analyzers" }));
    }

    [Test]
    public void The_analyzers_share_the_parser_and_the_laws_and_nothing_else()
    {
        var shared = ProjectFile.All.Single(project => project.Name.Equals("Sluice.Analyzers", StringComparison.Ordinal)).LinkedSources;

        Assert.That(shared, Is.EquivalentTo(new[]
        {
            "../../generators/Sluice.Generators/Parsing/**/*.cs",
            "../../generators/Sluice.Generators/Model/**/*.cs",
            "../../generators/Sluice.Generators/Infrastructure/**/*.cs",
            "../../src/Sluice/Contract/*.cs",
        }));
    }

    [TestCase("Sluice", "System.", "Microsoft.Extensions.")]
    [TestCase("Sluice.Generators", "netstandard", "System.", "Microsoft.CodeAnalysis")]
    [TestCase("Sluice.Analyzers", "netstandard", "System.", "Microsoft.CodeAnalysis")]
    [TestCase("Sluice.CodeFixes", "netstandard", "System.", "Microsoft.CodeAnalysis")]
    public void A_built_assembly_references_only_what_its_host_has(string assembly, params string[] allowed)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

        Assert.That(references.Where(name => !allowed.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))), Is.Empty);
    }

    private static string[] MayKnow(string project)
    {
        foreach (var (name, mayKnow) in Rules)
        {
            if (name.EndsWith('*') ? project.StartsWith(name[..^1], StringComparison.Ordinal) : project.Equals(name, StringComparison.Ordinal))
                return mayKnow;
        }

        Assert.Fail($"{project} has no row in {nameof(Rules)}: say whom it may know");
        return [];
    }
}
