using Microsoft.CodeAnalysis;
using Sluice.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Sluice.Generators.Tests.Configuration;

/// <summary>Caching in both directions, the same bytes everywhere, no exception for any input.</summary>
public sealed class ConfigurationPipelineTests
{
    private static readonly Sources Two =
    [
        ("First.cs", ConfigurationSnapshotTests.Showcase),
        ("Second.cs", ConfigurationSnapshotTests.Record),
    ];

    [Test]
    public void WhatDoesNotMatterCausesNoWork() => Incremental.For(new ConfigurationGenerator(), Two).ExpectNoWorkAfterNeutralEdits();

    [TestCase("PageSize { get", "PageSizes { get", TestName = "A name")]
    [TestCase("10_000", "10_001", TestName = "A limit")]
    [TestCase("Order = 3", "Order = 4", TestName = "A place")]
    [TestCase("\"Tuning\"", "\"Speed\"", TestName = "A group")]
    [TestCase("\"Data source\"", "\"Source\"", TestName = "A title")]
    [TestCase(", Required", "", TestName = "A rule")]
    [TestCase("public int PageSize", "public long PageSize", TestName = "A type")]
    [TestCase("public int PageSize", "public int? PageSize", TestName = "A question mark")]
    [TestCase("public GuardedString? ", "public required GuardedString ", TestName = "A modifier")]
    [TestCase("class HrConfiguration", "class HrSettings", TestName = "The class")]
    [TestCase("namespace Demo;", "namespace Demonstration;", TestName = "The namespace")]
    public void WhatMattersTouchesItsOwnFileOnly(string from, string to)
        => Incremental.For(new ConfigurationGenerator(), Two).Edit(from, to, "First.cs")
            .Expect(ConfigurationSteps.Parse, Modified, Cached)
            .Expect(ConfigurationSteps.File, Modified, Cached)
            .ExpectOutputs(Modified, Cached);

    [Test]
    public void AConfidentialTextIsSeen()
        => Incremental.For(new ConfigurationGenerator(), Two).Edit("GuardedString? Password", "string? Password").ExpectWork()
            .Edit(", Confidential = true", "").ExpectWork();

    [Test]
    public void ADefaultIsReadAtRunTime()
        => Incremental.For(new ConfigurationGenerator(), Two).Edit("= 500", "= 600").ExpectNoWork();

    [Test]
    public void ANewConfigurationLeavesTheOthersAlone()
        => Incremental.For(new ConfigurationGenerator(), Two).AddFile("Third.cs", "[Sluice.ConnectorConfiguration] public partial class Third { }")
            .Expect(ConfigurationSteps.Parse, Cached, Cached, New)
            .Expect(ConfigurationSteps.Ambiguous, Unchanged)
            .Expect(ConfigurationSteps.File, Cached, Cached, New)
            .ExpectOutputs(Cached, Cached, New)
            .RemoveFile("Third.cs")
            .ExpectOutputs(Cached, Cached, Removed);

    [Test]
    public void TheBytesAreAlwaysTheSame()
        => Determinism.Assert(new ConfigurationGenerator(),
        [
            .. Two,
            ("Part1.cs", "using System.ComponentModel.DataAnnotations; [Sluice.ConnectorConfiguration] public partial class Info { [Range(-1.5, 2.5)] public double InfoI { get; set; } }"),
            ("Part2.cs", "public partial class Info { public decimal Iii { get; set; } = -1.5m; [System.ComponentModel.DataAnnotations.DeniedValues(-7)] public long Id { get; set; } }"),
        ]);

    [Test]
    public void TheModelsArePlain()
        => ModelShape.Assert(typeof(ConfigurationGenerator).Assembly, "Sluice.Generators.Model", typeof(Infrastructure.TypeHierarchy));

    [Test]
    public void BrokenCodeIsNoReasonToThrow([Values(ConfigurationSnapshotTests.Showcase, ConfigurationSnapshotTests.Record)] string source)
    {
        var project = Consumer.Default with { Generators = [new ConfigurationGenerator()] };
        foreach (var mutant in Mutations.Of(source, seed: 1, count: 300))
        {
            var run = GeneratorRun.OfBroken(mutant, project);
            // Where the user's part is right by itself the whole must be, elsewhere ours must at least parse.
            var faults = HasErrors(run.Input) ? run.Result.GeneratedTrees.SelectMany(tree => tree.GetDiagnostics()) : run.Output.GetDiagnostics().Where(IsError);
            Assert.That(faults, Is.Empty, $"{mutant}\n\n{string.Join("\n", run.Result.GeneratedTrees)}");
        }
    }

    private static bool HasErrors(Compilation compilation) => compilation.GetDiagnostics().Any(IsError);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    [Test]
    public void TheAttributeOnTwoPartsGivesOneFile()
        => Assert.That(GeneratorRun.OfBroken("[Sluice.ConnectorConfiguration] partial class C; [Sluice.ConnectorConfiguration] partial class C;", Consumer.Default with { Generators = [new ConfigurationGenerator()] }).HintNames, Is.EqualTo(["C.g.cs"]));
}
