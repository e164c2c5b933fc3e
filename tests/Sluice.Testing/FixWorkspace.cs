using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Testing;

/// <summary>A workspace with two projects of the same sources, whose generators run as they do in an editor.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public FixWorkspace(Sources sources, Consumer consumer, string newLine = "\n")
    {
        var solution = _workspace.CurrentSolution
            .WithOptions(_workspace.CurrentSolution.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"));
        foreach (var name in new[] { "Consumer", "Another" })
            solution = Add(solution, ProjectId.CreateNewId(), name, sources, consumer, newLine);
        Solution = solution;
    }

    public Solution Solution { get; }

    public Project Project => Solution.GetProject(Solution.ProjectIds[0])!;

    public void Dispose() => _workspace.Dispose();

    private static Solution Add(Solution solution, ProjectId id, string name, Sources sources, Consumer consumer, string newLine)
    {
        solution = solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: consumer.CompilationOptions,
            parseOptions: consumer.ParseOptions,
            metadataReferences: consumer.References,
            analyzerReferences: [new Generators(consumer.Generators)]));
        foreach (var file in sources)
        {
            var text = SourceText.From(file.Text.ReplaceLineEndings(newLine), System.Text.Encoding.UTF8);
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file.Path, text, filePath: file.Path);
        }

        if (consumer.BuildProperties.IsEmpty)
            return solution;
        var config = string.Concat(consumer.BuildProperties.Select(property => $"build_property.{property.Key} = {property.Value}\n"));
        return solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\n" + config), filePath: "/.globalconfig");
    }

    private sealed class Generators(ImmutableArray<IIncrementalGenerator> generators) : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [.. generators.Select(GeneratorExtensions.AsSourceGenerator)];

        public override string FullPath => "Generators.dll";
        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];
        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];
        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
