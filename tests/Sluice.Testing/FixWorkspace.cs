using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Testing;

/// <summary>A workspace with one project, whose generators run as they do in an editor.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public FixWorkspace(Sources sources, Consumer consumer)
    {
        var id = ProjectId.CreateNewId();
        var solution = _workspace.CurrentSolution
            .WithOptions(_workspace.CurrentSolution.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"))
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "Consumer",
                "Consumer",
                LanguageNames.CSharp,
                compilationOptions: consumer.CompilationOptions,
                parseOptions: consumer.ParseOptions,
                metadataReferences: consumer.References,
                analyzerReferences: [new Generators(consumer.Generators)]));
        foreach (var file in sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file.Path, SourceText.From(file.Text, System.Text.Encoding.UTF8), filePath: file.Path);
        if (!consumer.BuildProperties.IsEmpty)
        {
            var config = string.Concat(consumer.BuildProperties.Select(property => $"build_property.{property.Key} = {property.Value}\n"));
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\n" + config), filePath: "/.globalconfig");
        }

        Project = solution.GetProject(id)!;
    }

    public Project Project { get; }

    public void Dispose() => _workspace.Dispose();

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
