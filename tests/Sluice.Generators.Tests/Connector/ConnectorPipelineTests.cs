using Sluice.Generators.Infrastructure;
using Sluice.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Sluice.Generators.Tests.Connector;

public sealed class ConnectorPipelineTests
{
    private const string Crm = ConnectorProject.Usings + """
        [Connector("crm")]
        public sealed partial class CrmConnector
        {
            [Search<Team>] public IEnumerable<Team> Find() => [];
        }
        """;

    private static Incremental Project => Incremental.For([("Crm.cs", Crm), ("Hr.cs", ConnectorProject.Usings + Showcases.Hr)], ConnectorProject.Alone);

    [Test]
    public void NeutralEditsCauseNoWork() => Project.ExpectNoWorkAfterNeutralEdits();

    [Test]
    public void AnEditOfOneConnectorsOperationsWritesItsFileOnly()
        => Project.Edit("IEnumerable<Team> Find()", "IEnumerable<Team> Find(Filter? filter)")
            .Expect(ConnectorSteps.Parse, Modified, Cached)
            .Expect(ConnectorSteps.Ambiguous, Cached)
            .Expect(ConnectorSteps.File, Modified, Cached)
            .Expect(ConnectorSteps.CatalogEntry, Unchanged, Cached)
            .Expect(ConnectorSteps.CatalogNamespace, Unchanged)
            .Expect(ConnectorSteps.CatalogFile, Cached)
            .ExpectOutputs(Modified, Cached, Cached);

    [Test]
    public void AnEditOfAMethodsBodyWritesNothing()
        => Project.Edit("=> [];", "=> new List<Team>();")
            .Expect(ConnectorSteps.Parse, Cached, Cached)
            .ExpectNoWork();

    [Test]
    public void ARenamedConnectorReachesTheCatalogue()
        => Project.Edit("\"crm\"", "\"z\"")
            .Expect(ConnectorSteps.Parse, Modified, Cached)
            .Expect(ConnectorSteps.File, Modified, Cached)
            .Expect(ConnectorSteps.CatalogEntry, Modified, Cached)
            .Expect(ConnectorSteps.CatalogFile, Modified)
            .ExpectOutputs(Modified, Cached, Modified);

    [Test]
    public void ANewConnectorLeavesTheOthersAlone()
        => Project.AddFile("New.cs", "[Sluice.Connector(\"new\")] public partial class NewConnector;")
            .Expect(ConnectorSteps.Parse, Cached, Cached, New)
            .Expect(ConnectorSteps.Ambiguous, Unchanged)
            .Expect(ConnectorSteps.File, Cached, Cached, New)
            .Expect(ConnectorSteps.CatalogEntry, Cached, Cached, New)
            .Expect(ConnectorSteps.CatalogFile, Modified)
            .ExpectOutputs(Cached, Cached, New, Modified);

    [Test]
    public void ConnectorsThatDifferInCaseGetAHash()
    {
        var added = Project.AddFile("Twin.cs", "[Sluice.Connector(\"twin\")] public partial class CRMConnector; [Sluice.Connector(\"c\")] public partial class ConnectorCatalog;")
            .Expect(ConnectorSteps.Ambiguous, Modified)
            .Expect(ConnectorSteps.File, Modified, Unchanged, New, New);
        Assert.That(added.Result.Results[0].GeneratedSources.Count(source => source.HintName.Contains('-', StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public void TheCataloguesNamespaceAvoidsTypes()
        => Project.AddFile("Taken.cs", "public class Consumer;")
            .Expect(ConnectorSteps.CatalogNamespace, Modified)
            .Expect(ConnectorSteps.CatalogFile, Modified)
            .ExpectOutputs(Cached, Cached, Modified);

    [Test]
    public void WhatTheModelReadsElsewhereReachesIt()
    {
        var project = Incremental.For(
            [
                ("Person.cs", "[Sluice.ObjectClass(\"p\")] public partial record Person2([Sluice.Uid, Sluice.Name] string Id);"),
                ("Base.cs", "public abstract class Base { [Sluice.Delete<Person2>] public void Delete(Sluice.Uid uid) { } }"),
                ("A.cs", "[Sluice.Connector(\"a\")] public partial class A : Base;"),
            ],
            ConnectorProject.Alone);
        project.Edit("\"p\"", "\"q\"").Expect(ConnectorSteps.Parse, Modified).ExpectOutputs(Modified, Cached);
        project.Edit("void Delete", "System.Threading.Tasks.Task Delete").Expect(ConnectorSteps.Parse, Modified).ExpectOutputs(Modified, Cached);
        project.Edit("{ } }", "{ /* no news */ } }").ExpectNoWork();
        project.Edit("[Sluice.Uid, Sluice.Name] string Id", "[Sluice.Uid, Sluice.Name] string Id, string? More").ExpectNoWork();
    }

    [Test]
    public void ModelsAreValues()
        => ModelShape.Assert(typeof(ConnectorGenerator).Assembly, "Sluice.Generators.Model", typeof(TypeHierarchy), typeof(TypeDeclaration));

    [Test]
    public void TheSameBytesEveryTime() => Determinism.Assert(
        [
            ("A.cs", ConnectorProject.Usings + Showcases.Tables),
            ("B.cs", ConnectorProject.Usings + Showcases.Hr),
            ("C.cs", Crm),
            ("D.cs", "using Sluice; partial class CrmConnector { [Delete<Person>] public void Delete(Uid uid) { } }"),
            ("E.cs", "using Sluice; partial class CrmConnector { [Delete(\"x\")] public void DeleteX(Uid uid) { } }"),
        ],
        ConnectorProject.Alone);

    [Test]
    public void BrokenCodeNeverMakesItThrow([Values(1, 2)] int seed)
    {
        foreach (var source in new[] { Showcases.Hr, Showcases.Tables })
        {
            foreach (var mutant in Mutations.Of(ConnectorProject.Usings + source, seed, count: 120))
                GeneratorRun.OfBroken(mutant, ConnectorProject.Alone);
        }
    }

    [Test]
    public void BrokenCodeNeverMakesTheParserThrow()
    {
        foreach (var mutant in Mutations.Of(Showcases.Hr + Showcases.Tables.Replace("namespace Demo;", "", StringComparison.Ordinal), seed: 3, count: 120))
            Assert.That(() => ConnectorProject.Findings(mutant), Throws.Nothing);
    }
}
