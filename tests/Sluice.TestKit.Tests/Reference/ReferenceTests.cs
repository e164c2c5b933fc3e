using System.Globalization;

namespace Sluice.TestKit.Tests;

/// <summary>The correct connectors break no law, in whatever style they are written.</summary>
[NonParallelizable]
public sealed class ReferenceTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { Seed = "20260504", Budget = TimeSpan.FromSeconds(2), Stories = 20 };

    private static IEnumerable<TestCaseData> All => References.All.Select(reference => new TestCaseData(reference).SetArgDisplayNames(reference.Name));

    [TestCaseSource(nameof(All))]
    public async Task Keeps_every_law(object reference)
    {
        var card = await new ContractRunner(_ => Task.FromResult(((Reference)reference).Create()), Settings).RunAsync();

        TestContext.Out.WriteLine(CardMarkdown.Write(card));
        Assert.That(Wrong(card), Is.Empty);
    }

    [Test]
    public async Task At_night_fifty_runs_in_a_row_pass()
    {
        if (Environment.GetEnvironmentVariable("SLUICE_NIGHTLY") != "1")
            Assert.Ignore("Fifty runs take long: SLUICE_NIGHTLY=1.");
        var wrong = new List<string>();
        var lines = new List<string>();
        foreach (var reference in References.All)
        {
            var took = TimeSpan.Zero;
            for (var run = 1; run <= 50; run++)
            {
                var settings = Settings with { Seed = run.ToString(CultureInfo.InvariantCulture), Stories = 200, Budget = TimeSpan.FromSeconds(10) };
                var card = await new ContractRunner(_ => Task.FromResult(reference.Create()), settings).RunAsync();
                took += card.Duration;
                wrong.AddRange(Wrong(card).Select(finding => $"{reference}, run {run}: {finding}"));
            }

            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {reference} | {took.TotalSeconds / 50:0.0} s |"));
            await TestContext.Progress.WriteLineAsync(lines[^1]);
        }

        NightlyPage.Write("Correct connectors", $"50 runs of the whole kit on each, with another seed each time; {wrong.Count} findings against them.\n\n| connector | one run took |\n|---|---|\n{string.Join('\n', lines)}\n");
        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<string> Wrong(ContractCard card) =>
    [
        .. card.Findings.Where(finding => finding.Verdict is LawVerdict.Broken or LawVerdict.HarnessFault || finding.ObstructedBy is not null)
            .Select(finding => $"{finding.LawId} {finding.ObjectClass} {finding.Verdict}: {finding.Reason}\n{finding.Story}"),
        .. card.Findings.Where(finding => finding is { Verdict: LawVerdict.NotProven, MissingAbilities.Count: 0, ObstructedBy: null })
            .Select(finding => $"{finding.LawId} {finding.ObjectClass} is not proven, although no ability is missing: {finding.Reason}"),
        .. card.Hosts.Where(finding => finding.Host == HostProfile.SafePosition && finding.Verdict != LawVerdict.Proven)
            .Select(finding => $"{finding.Host.Name} {finding.ObjectClass} {finding.Verdict}: {finding.Reason}\n{finding.Story}"),
    ];
}
