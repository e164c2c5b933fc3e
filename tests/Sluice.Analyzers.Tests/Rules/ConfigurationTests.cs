using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>Each law listens to the switches that its page names; tried on the page's own wrong code.</summary>
public sealed class ConfigurationTests
{
    public static IEnumerable<string> Laws => AllRules.Ids;

    [TestCaseSource(nameof(Laws))]
    public async Task EditorConfigSetsTheSeverity(string id)
    {
        Assert.That(await SeveritiesOf(id, "none"), Is.Empty);
        Assert.That(await SeveritiesOf(id, "suggestion"), Is.Not.Empty.And.All.EqualTo(DiagnosticSeverity.Info));
        Assert.That(await SeveritiesOf(id, "warning"), Is.Not.Empty.And.All.EqualTo(DiagnosticSeverity.Warning));
        Assert.That(await SeveritiesOf(id, "error"), Is.Not.Empty.And.All.EqualTo(DiagnosticSeverity.Error));
    }

    [TestCaseSource(nameof(Laws))]
    public async Task PragmaSilencesALine(string id)
        => Assert.That(await FoundIn($"#pragma warning disable {id} // in a test\n{Wrong(id)}"), Is.Empty);

    [TestCaseSource(nameof(Laws))]
    public async Task SuppressMessageSilencesAType(string id)
        => Assert.That(await FoundIn(Wrong(id).Replace("public s", $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Sluice.Shape\", \"{id}\")] public s", StringComparison.Ordinal)), Is.Empty);

    private static string Wrong(string id) => LawPages.Blocks(LawPages.Read(id), "wrong")[0];

    private static async Task<IEnumerable<DiagnosticSeverity>> SeveritiesOf(string id, string severity)
    {
        var config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(SourceText.From($"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n"), "/.editorconfig")));
        var found = await FoundIn(Wrong(id), compilation => compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(config))));
        return found.Select(diagnostic => diagnostic.Severity);
    }

    private static async Task<ImmutableArray<Diagnostic>> FoundIn(string source, Func<Compilation, Compilation>? configure = null)
        => (await Analyzed.RunAsync([("/Source.cs", source), ("/Usings.cs", LawPages.Usings)], configure)).Found;

    private sealed class EditorConfig(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
