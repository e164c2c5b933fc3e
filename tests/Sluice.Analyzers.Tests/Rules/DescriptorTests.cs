using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>What every rule owes the reader of its message.</summary>
public sealed partial class DescriptorTests
{
    private static readonly string[] TestFiles =
    [
        .. Directory.EnumerateFiles(Path.Combine(LawPages.Root, "tests", "Sluice.Analyzers.Tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
    ];

    public static IEnumerable<DiagnosticDescriptor> Descriptors => AllRules.Descriptors;

    public static IEnumerable<string> Ids => AllRules.Ids;

    public static IEnumerable<string> Fixes => AllRules.Fixes.Select(fix => fix.GetType().Name);

    // An analyzer, or a part of one that reports a law by itself.
    public static IEnumerable<string> Rules => typeof(IFlowRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(DiagnosticAnalyzer)) || typeof(IFlowRule).IsAssignableFrom(type)))
        .Select(type => type.Name.Replace("Analyzer", "", StringComparison.Ordinal));

    [TestCaseSource(nameof(Descriptors))]
    public void TitleMessageAndDescriptionAreThreeSentences(DiagnosticDescriptor rule)
    {
        string[] sentences = [rule.Title.ToString(null), rule.MessageFormat.ToString(null), rule.Description.ToString(null)];

        Assert.That(sentences, Is.Unique.And.All.Not.Empty);
        Assert.That(sentences[2], Does.EndWith("."));
        Assert.That(sentences[..2], Has.None.EndsWith("."));
    }

    [TestCaseSource(nameof(Descriptors))]
    public void TheHelpLinkIsThePageOfTheLaw(DiagnosticDescriptor rule)
        => Assert.That(rule.HelpLinkUri, Is.EqualTo($"https://sluice.example/laws/{rule.Id}"));

    [TestCaseSource(nameof(Descriptors))]
    public void TheUserMayDecideOtherwise(DiagnosticDescriptor rule)
        => Assert.That(rule.CustomTags, Does.Not.Contain(WellKnownDiagnosticTags.NotConfigurable));

    [Test]
    public void WhatTheCatalogueCallsBuiltIsThereAndNothingElse()
    {
        const LawEnforcers AnyAnalyzer = LawEnforcers.Analyzer | LawEnforcers.Heuristic;
        Assert.That(SyncLaws.All.Where(law => (law.Built & AnyAnalyzer) != LawEnforcers.None).Select(law => law.Id), Is.EquivalentTo(AllRules.Ids));
        Assert.That(SyncLaws.All.Where(law => law.Built.HasFlag(LawEnforcers.HasFix)).Select(law => law.Id), Is.EquivalentTo(AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct()));
    }

    [Test]
    public void AGuessIsNeverAnError()
        => Assert.That(AllRules.Descriptors.Where(rule => SyncLaws.Find(rule.Id)!.Built.HasFlag(LawEnforcers.Heuristic)).Select(rule => rule.DefaultSeverity), Has.None.EqualTo(DiagnosticSeverity.Error));

    [TestCaseSource(nameof(Rules))]
    public void EveryRuleHasTestsOfItsName(string rule)
        => Assert.That(typeof(DescriptorTests).Assembly.GetTypes().Select(type => type.Name), Does.Contain(rule + "Tests"));

    [TestCaseSource(nameof(Ids))]
    public void EveryLawIsMarkedInATestOfItsOwn(string id)
        => Assert.That(TestFiles.Any(text => text.Contains($"{{|{id}:", StringComparison.Ordinal)), Is.True);

    [TestCaseSource(nameof(Fixes))]
    public void EveryFixIsShownBeforeAndAfter(string fix)
        => Assert.That(TestFiles.Any(text => text.Contains($"{fix}>.Fixes(", StringComparison.Ordinal)), Is.True);

    [Test]
    public void RulesOfOneLawDifferInTheirMessageOnly()
        => Assert.That(
            AllRules.Descriptors.Select(rule => (rule.Id, rule.Title.ToString(null), rule.Category, rule.DefaultSeverity, rule.HelpLinkUri)).Distinct().Count(),
            Is.EqualTo(AllRules.Ids.Count));

    [Test]
    public void OnlyOneRuleIsDecidedAtTheEndOfACompilation()
        => Assert.That(AllRules.Descriptors.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(rule => rule.Id), Is.EqualTo(new[] { "SLC003" }));

    [Test]
    public void EveryRuleIsTrackedAsItIs()
    {
        var tracked = new[] { "Shipped", "Unshipped" }
            .SelectMany(state => File.ReadLines(Path.Combine(LawPages.Root, "analyzers", "Sluice.Analyzers", $"AnalyzerReleases.{state}.md")))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => (row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["title"].Value));

        Assert.That(tracked, Is.EquivalentTo(AllRules.Descriptors.Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString(null))).Distinct()));
    }

    [Test]
    public void EveryFixIsExportedNamedAndFixesAll()
    {
        Assert.That(AllRules.Fixes, Is.Not.Empty);
        foreach (var fix in AllRules.Fixes)
        {
            var export = fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false).Cast<ExportCodeFixProviderAttribute>().Single();
            Assert.That(export.Languages, Is.EqualTo(new[] { LanguageNames.CSharp }));
            Assert.That(export.Name, Is.EqualTo(fix.GetType().Name));
            Assert.That(fix.GetFixAllProvider()!.GetSupportedFixAllScopes(), Is.SupersetOf(new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }));
            Assert.That(fix.FixableDiagnosticIds, Is.SubsetOf(AllRules.Ids));
        }
    }

    [Test]
    public void EveryAnalyzerIsForCSharp()
        => Assert.That(AllRules.Analyzers.Select(analyzer => analyzer.GetType().GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), inherit: false)), Has.All.Length.EqualTo(1));

    [GeneratedRegex(@"^(?<id>SLC\d{3})\s*\|\s*(?<category>[\w.]+)\s*\|\s*(?<severity>\w+)\s*\|\s*(?<title>.+)$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Row();
}
