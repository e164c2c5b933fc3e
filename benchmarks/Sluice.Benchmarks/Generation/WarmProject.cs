using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers.Shape;
using Sluice.Generators;

namespace Sluice.Benchmarks;

/// <summary>A project under edit as an editor has it: the drivers have run, and run again over a compilation with one file replaced.</summary>
public sealed class WarmProject
{
    private readonly GeneratorDriver _sluice;
    private readonly GeneratorDriver _walk;

    public WarmProject(int connectors)
    {
        Project = new(connectors);
        _sluice = ConsumerProject.Driver(Generators()).RunGenerators(Project.Compilation);
        _walk = ConsumerProject.Driver([new SymbolWalk()]).RunGenerators(Project.Compilation);
    }

    public ConsumerProject Project { get; }

    /// <summary>Every generator of the package.</summary>
    public static IReadOnlyList<IIncrementalGenerator> Generators() => [new ConnectorGenerator(), new ObjectClassGenerator(), new ConfigurationGenerator()];

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
    [
        .. typeof(ConnectorShapeAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public GeneratorDriver Generate(CSharpCompilation compilation) => _sluice.RunGenerators(compilation);

    public GeneratorDriver Walk(CSharpCompilation compilation) => _walk.RunGenerators(compilation);

    public GeneratorDriver GenerateCold() => ConsumerProject.Driver(Generators()).RunGenerators(Project.Fresh());

    public GeneratorDriver WalkCold() => ConsumerProject.Driver([new SymbolWalk()]).RunGenerators(Project.Fresh());

    /// <summary>The project with what was generated, not yet bound.</summary>
    public CSharpCompilation Complete()
    {
        ConsumerProject.Driver(Generators()).RunGeneratorsAndUpdateCompilation(Project.Fresh(), out var output, out _);
        return (CSharpCompilation)output;
    }
}
