using Microsoft.CodeAnalysis;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>
/// Every law that an analyzer enforces has a page; what the page shows is what the analyzer says. A page of another law shows code that
/// no analyzer finds wrong, and what the contract kit does.
/// </summary>
public sealed class LawPageTests
{
    public static IEnumerable<string> Laws => AllRules.Ids;

    public static IEnumerable<string> LawsWithoutAnalyzer => LawPages.Ids.Except(AllRules.Ids, StringComparer.Ordinal);

    public static IEnumerable<string> LawsWithAPage => Laws.Union(LawsWithoutAnalyzer, StringComparer.Ordinal);

    [TestCaseSource(nameof(Laws))]
    public void ThePageSaysWhatTheRuleSays(string id)
    {
        var rule = AllRules.Descriptors.First(rule => rule.Id == id);
        var hasFix = AllRules.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));
        var page = LawPages.Read(id);

        Assert.That(page, Does.StartWith($"# {id}: {rule.Title}\n\n| severity | category | code fix |\n|---|---|---|\n| {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {rule.Category} | {(hasFix ? "yes" : "no")} |\n"));
        foreach (var heading in new[] { "\n## What breaks\n", "\n## Wrong\n", "\n## Right\n", "\n## How to configure\n" })
            Assert.That(page, Does.Contain(heading));
        Assert.That(page, Does.Contain($"dotnet_diagnostic.{id}.severity = "));
        Assert.That(page, Does.Contain($"#pragma warning disable {id} "));
    }

    [TestCaseSource(nameof(Laws))]
    public async Task WrongCodeGetsThisRuleAndNoOther(string id)
    {
        var blocks = LawPages.Blocks(LawPages.Read(id), "wrong");

        Assert.That(blocks, Is.Not.Empty);
        foreach (var block in blocks)
            Assert.That(await FoundIn(block), Is.Not.Empty.And.All.EqualTo(id));
    }

    [TestCaseSource(nameof(LawsWithoutAnalyzer))]
    public void ThePageOfALawWithoutAnalyzerSaysWhatTheKitDoes(string id)
    {
        var page = LawPages.Read(id);

        Assert.That(page, Does.StartWith($"# {id}: ").And.Contain("\n| enforced by | contract test | the harness needs |\n|---|---|---|\n"));
        foreach (var heading in new[] { "\n## What breaks\n", "\n## Wrong\n", "\n## Right\n", "\n## What the kit does\n", "\n## How to declare\n" })
            Assert.That(page, Does.Contain(heading));
    }

    [TestCaseSource(nameof(LawsWithoutAnalyzer))]
    public async Task WrongCodeOfALawWithoutAnalyzerCompiles(string id)
    {
        var blocks = LawPages.Blocks(LawPages.Read(id), "wrong");

        Assert.That(blocks, Is.Not.Empty);
        foreach (var block in blocks)
            Assert.That(await FoundIn(block), Is.Empty);
    }

    [TestCaseSource(nameof(LawsWithAPage))]
    public async Task RightCodeGetsNothingAndCompiles(string id)
    {
        var blocks = LawPages.Blocks(LawPages.Read(id), "right");

        Assert.That(blocks, Is.Not.Empty);
        foreach (var block in blocks)
        {
            Assert.That(await FoundIn(block), Is.Empty);
            GeneratorRun.Of([block, LawPages.Usings], Consumer.Default with { Allow = ["CS8019", "CS8933"] });
        }
    }

    // What the compiler says of wrong code counts too: it shall be wrong in one way only.
    private static async Task<string[]> FoundIn(string block)
    {
        var (compilation, diagnostics) = await Analyzed.RunAsync([block, LawPages.Usings]);
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Concat(diagnostics).Select(diagnostic => diagnostic.Id)];
    }
}
