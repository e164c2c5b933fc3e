using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>Half-typed code is what analyzers see most of the day.</summary>
public sealed class RobustnessTests
{
    private const string Source = ConnectorSource.Usings + """
        using System.ComponentModel.DataAnnotations;

        namespace Demo;

        [ConnectorConfiguration]
        public sealed partial class HrConfiguration(int depth = 1)
        {
            [Required, Url] public string Address { get; set; } = "";
            [Range(1, 9)] public int Level { get; init; } = depth;
            public GuardedString? Secret { get; set; }
        }

        public static partial class Model
        {
            [ObjectClass(ObjectClasses.Account, Description = "A person.")]
            public sealed partial record Person([Uid] string Id, [Name] string Login, [ObjectAttribute("mail")] string? Mail = null) : Entry
            {
                public IReadOnlyList<DayOfWeek>? Days { get; init; } = [];
            }

            public abstract record Entry { [Enabled] public bool On { get; init; } }
        }

        [Connector("hr", DisplayName = "HR")]
        public sealed partial class HrConnector(HrConfiguration configuration, TimeProvider clock) : Base<Model.Person>
        {
            [LatestSyncToken<Model.Person>] public long? Latest() => configuration.Level;
            [Sync<Model.Person>] public IEnumerable<SyncDelta<Model.Person>> Sync(long? after, CancellationToken cancellation) => [];
            [Update<Model.Person>] public override void Update(string uid, ObjectPatch patch) { _ = clock; }
            [Sync("device", "printer")] public SyncPage Page(ObjectClass objectClass, string? after, int pageSize = 10) => new([], "1", false);
            [LatestSyncToken("device", "printer")] public string Last(ObjectClass objectClass) => objectClass.Name;
            [TestConnection] public Task PingAsync() => Task.CompletedTask;
        }

        public abstract class Base<T>
        {
            [Update<Model.Person>] public virtual void Update(string uid, ObjectPatch patch) { }
        }
        """;

    [Test]
    public async Task TheSourceIsCleanToBeginWith() => Assert.That((await Analyzed.RunAsync(Source)).Found, Is.Empty);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task MutantsAreSurvivedAndAccountedFor(int seed)
    {
        foreach (var mutant in Mutations.Of(Source, seed, count: 150))
        {
            var (compilation, found) = await Analyzed.RunAsync(mutant);

            // Where nobody complains, every annotated type has its other half.
            if (found.Concat(compilation.GetDiagnostics()).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
                continue;
            var halves = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
                .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass is { ContainingNamespace.Name: "Sluice" } annotation
                    && annotation.Name is "ConnectorAttribute" or "ObjectClassAttribute" or "ConnectorConfigurationAttribute"))
                .ToDictionary(type => type.Name, type => type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree != compilation.SyntaxTrees.First()), StringComparer.Ordinal);
            Assert.That(halves.Values, Has.All.True, mutant);
        }
    }

    [Test]
    public async Task WhatAnotherProjectDeclaresIsReportedAtTheAnnotatedType()
    {
        // In an editor a project sees the others as they are typed, with their sources.
        var bases = GeneratorRun.OfBroken(ConnectorSource.Usings + """
            public class Entry { [Uid, Name] public string Id { get; init; } = ""; public Uri? Home { get; init; } [Uid] public string? Key { get; init; } }
            public class Settings { public object? Extra { get; set; } [System.ComponentModel.DataAnnotations.Range(1, 2)] public string Level { get; set; } = ""; }
            public class Base { [TestConnection] public int Ping() => 1; [Sync("device")] public IEnumerable<SyncDelta> Sync(long? after) => []; }
            """);
        var consumer = Consumer.Default with { References = Consumer.Default.References.Add(bases.Output.ToMetadataReference()) };

        await Verify<Analyzers.Shape.ObjectClassShapeAnalyzer>.Reports("using Sluice; [ObjectClass(\"a\")] public partial class {|SLC007:Person|} : Entry { }", consumer);
        await Verify<Analyzers.Shape.ConfigurationShapeAnalyzer>.Reports("using Sluice; [ConnectorConfiguration] public partial class {|SLC010:{|SLC011:Own|}|} : Settings { }", consumer);
        await Verify<Analyzers.Shape.ConnectorShapeAnalyzer>.Reports("using Sluice; [Connector(\"hr\")] public partial class {|SLC004:{|SLC005:Hr|}|} : Base { }", consumer);
        await Verify<Analyzers.Shape.ConnectorShapeAnalyzer, Sluice.CodeFixes.OperationShapeFix>.OffersNothing("using Sluice; [Connector(\"hr\")] public partial class {|SLC004:{|SLC005:Hr|}|} : Base { }", consumer);
        await Verify<Analyzers.Shape.ConnectorShapeAnalyzer, Sluice.CodeFixes.AddPartnerOperationFix>.OffersNothing("using Sluice; [Connector(\"hr\")] public partial class {|SLC004:{|SLC005:Hr|}|} : Base { }", consumer);
    }

    [Test]
    public async Task WithoutTheLibraryNothingIsSaid()
    {
        var consumer = Consumer.Default with { Generators = [], References = [.. Consumer.Default.References.Where(reference => !reference.Display!.EndsWith("Sluice.dll", StringComparison.Ordinal))] };
        const string source = "namespace Sluice { class ConnectorAttribute(string name) : System.Attribute { public string Name => name; } }";

        await Verify<Analyzers.Shape.ConnectorShapeAnalyzer>.Clean(source, consumer);
        await Verify<Analyzers.Shape.ObjectClassShapeAnalyzer>.Clean(source, consumer);
        await Verify<Analyzers.Shape.ConfigurationShapeAnalyzer>.Clean(source, consumer);
    }
}
