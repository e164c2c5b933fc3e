using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Corpus;

/// <summary>All analyzers together, over connectors as people write them.</summary>
public sealed class CorpusTests
{
    private const LawEnforcers AnyAnalyzer = LawEnforcers.Analyzer | LawEnforcers.Heuristic;

    public static IEnumerable<TestCaseData> CorrectFiles => CorpusFile.Correct.Select(Named);

    public static IEnumerable<TestCaseData> DefectiveFiles => CorpusFile.Defective.Select(Named);

    public static IEnumerable<string> EnforcedLaws => SyncLaws.All.Where(law => (law.Built & AnyAnalyzer) != LawEnforcers.None).Select(law => law.Id);

    [TestCaseSource(nameof(CorrectFiles))]
    public async Task NothingIsSaidOfACorrectConnector(CorpusFile file)
    {
        var (compilation, found) = await Analyzed.RunAsync(file.Code, file.Project);

        // A warning of the compiler would be a mistake of another kind; comments on everything are not asked of a user.
        var all = found.Concat(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id is not ("CS1591" or "CS1573")))
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.That(all, Is.Empty);
    }

    [TestCaseSource(nameof(DefectiveFiles))]
    public async Task ExactlyWhatIsMarkedIsReported(CorpusFile file)
    {
        var markup = Markup.Parse(file.Marked);
        var (compilation, found) = await Analyzed.RunAsync(markup.Code, file.Project);
        var named = markup.Marks.Select(mark => mark.Id).ToHashSet(StringComparer.Ordinal);
        Diagnostic[] all = [.. found, .. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || named.Contains(diagnostic.Id))];

        Assert.That(named, Does.Contain(file.Law), "what the file is about is not marked in it");
        Assert.That(
            all.Select(MarkOf).Order(),
            Is.EqualTo(markup.Marks.Where(mark => !mark.IsAdditional).Order()),
            () => $"{string.Join("\n", all.DefaultIfEmpty())}\n\nThe file with them marked:\n{Markup.Annotate(markup.Code, all)}");
    }

    [TestCaseSource(nameof(EnforcedLaws))]
    public void ALawIsBrokenInFourWaysAtLeast(string law) => Assert.That(CorpusFile.About(law), Has.Count.GreaterThanOrEqualTo(4));

    [Test]
    public void EveryDefectIsOfALawThatAnAnalyzerEnforces() => Assert.That(CorpusFile.Laws, Is.SubsetOf(EnforcedLaws));

    [Test]
    public void ThereAreManyCorrectConnectors() => Assert.That(CorpusFile.Correct, Has.Count.GreaterThanOrEqualTo(60));

    private static Mark MarkOf(Diagnostic diagnostic) => new(diagnostic.Location.SourceTree?.FilePath ?? "", diagnostic.Id, diagnostic.Location.SourceSpan);

    private static TestCaseData Named(CorpusFile file) => new TestCaseData(file).SetArgDisplayNames(file.Name);
}
