using Sluice.Generators.Infrastructure;
using Sluice.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Sluice.Generators.Tests.ObjectClass;

public sealed class ObjectClassCachingTests
{
    private const string Group = "[Sluice.ObjectClass(\"group\")] public partial record Group([Sluice.Uid] string Id, [Sluice.Name] string Title);";

    private static Incremental Project => Incremental.For(new ObjectClassGenerator(), [("Employee.cs", ObjectClassSnapshotTests.Class), ("Group.cs", Group)]);

    [Test]
    public void NeutralEditsCauseNoWork() => Project.ExpectNoWorkAfterNeutralEdits();

    [Test]
    public void AnEditOfOneTypeWritesItsFileOnly()
        => Project.Edit("string Title", "string? Title")
            .Expect(ObjectClassGenerator.ParseStage, Unchanged, Modified)
            .Expect(ObjectClassGenerator.ModelsStage, Cached, Modified)
            .Expect(ObjectClassGenerator.SharedHintsStage, Cached)
            .Expect(ObjectClassGenerator.FilesStage, Cached, Modified)
            .ExpectOutputs(Cached, Modified);

    [Test]
    public void ANewTypeLeavesTheOthersAlone()
        => Project.AddFile("Unit.cs", "[Sluice.ObjectClass(\"unit\")] public partial record Unit([Sluice.Uid, Sluice.Name] string Id);")
            .Expect(ObjectClassGenerator.ParseStage, Unchanged, Unchanged, New)
            .Expect(ObjectClassGenerator.ModelsStage, Cached, Cached, New)
            .Expect(ObjectClassGenerator.SharedHintsStage, Unchanged)
            .Expect(ObjectClassGenerator.FilesStage, Cached, Cached, New)
            .ExpectOutputs(Cached, Cached, New);

    [Test]
    public void ATypeThatDiffersInCaseGivesBothAHash()
    {
        var added = Project.AddFile("Twin.cs", "[Sluice.ObjectClass(\"twin\")] public partial record GROUP([Sluice.Uid, Sluice.Name] string Id);")
            .Expect(ObjectClassGenerator.ParseStage, Unchanged, Unchanged, New)
            .Expect(ObjectClassGenerator.ModelsStage, Cached, Cached, New)
            .Expect(ObjectClassGenerator.SharedHintsStage, Modified)
            .Expect(ObjectClassGenerator.FilesStage, Unchanged, Modified, New)
            .ExpectOutputs(Cached, Modified, New);
        var hints = added.Result.Results[0].GeneratedSources.Select(source => source.HintName).ToArray();
        Assert.That(hints, Has.Length.EqualTo(3));
        Assert.That(hints.Count(hint => hint.Contains('-', StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void WhatTheModelReadsElsewhereReachesIt()
    {
        var project = Incremental.For(new ObjectClassGenerator(), [
            ("Kind.cs", "public enum Kind { One, Two }"),
            ("Base.cs", "public class Base { [Sluice.Uid] public string Id { get; set; } = \"\"; }"),
            ("A.cs", "[Sluice.ObjectClass(\"a\")] public partial class A : Base { [Sluice.Name] public string Login { get; set; } = \"\"; public Kind? Kind { get; set; } }")]);
        project.Edit("One, Two", "One, Three").Expect(ObjectClassGenerator.ModelsStage, Modified).ExpectOutputs(Modified);
        project.Edit("public string Id { get; set; } = \"\"; }", "public string Id { get; set; } = \"\"; public int? Age { get; set; } }").Expect(ObjectClassGenerator.ModelsStage, Modified).ExpectOutputs(Modified);
        project.Edit("One, Two", "One, Two /* no news */").ExpectNoWork();
    }

    [Test]
    public void ModelsAreValues()
        => ModelShape.Assert(typeof(ObjectClassGenerator).Assembly, "Sluice.Generators.Model", typeof(TypeHierarchy), typeof(TypeDeclaration));

    [Test]
    public void TheSameBytesEveryTime()
        => Determinism.Assert(new ObjectClassGenerator(), [("A.cs", ObjectClassSnapshotTests.Class), ("B.cs", ObjectClassSnapshotTests.Oblivious), ("C.cs", "partial class @class { public int? Third { get; set; } }"), ("D.cs", "partial class @class { public int? Fourth { get; set; } }")]);

    [TestCase(nameof(ObjectClassSnapshotTests.Record))]
    [TestCase(nameof(ObjectClassSnapshotTests.Class))]
    [TestCase(nameof(ObjectClassSnapshotTests.Oblivious))]
    public void BrokenCodeNeverMakesItThrow(string showcase)
    {
        var source = showcase switch
        {
            nameof(ObjectClassSnapshotTests.Record) => ObjectClassSnapshotTests.Record,
            nameof(ObjectClassSnapshotTests.Class) => ObjectClassSnapshotTests.Class,
            _ => ObjectClassSnapshotTests.Oblivious,
        };
        foreach (var mutant in Mutations.Of(source, seed: 7, count: 200))
        {
            Assert.That(() => GeneratorRun.OfBroken(mutant, new() { Generators = [new ObjectClassGenerator()] }), Throws.Nothing, mutant);
            Assert.That(() => ObjectClassFindings.Of(mutant), Throws.Nothing, mutant);
        }
    }
}
