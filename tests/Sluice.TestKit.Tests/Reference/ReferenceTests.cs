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

    // Hosts that were set back twice; __ALL__ that had not come to a class yet, whose objects the host held already; objects that came and went
    // between a comparison and the next.
    [TestCase("by hand, a token for each delta, deletes by log", "32", ObjectClasses.Account)]
    [TestCase("by hand, a token for each delta, deletes by log", "48", ObjectClasses.All)]
    [TestCase("pages, typed, batch-precise", "9", ObjectClasses.All)]
    [TestCase("pages, typed, batch-precise", "16", ObjectClasses.All)]
    [TestCase("synchronous handler, typed, a token for each delta", "47", ObjectClasses.All)]
    [TestCase("handler, untyped, batch-precise, deletes by diff", "1", ObjectClasses.Account)]
    [TestCase("handler, untyped, batch-precise, deletes by diff", "1", ObjectClasses.Group)]
    [TestCase("handler, untyped, batch-precise, deletes by diff", "1", ObjectClasses.All)]
    public async Task Stories_that_once_accused_a_correct_connector_accuse_it_no_more(string reference, string seed, string objectClass)
    {
        var runner = new ContractRunner(
            _ => Task.FromResult(References.All.Single(one => string.Equals(one.Name, reference, StringComparison.Ordinal)).Create()),
            Settings with { Seed = seed, Stories = 200, Budget = TimeSpan.FromSeconds(30) });

        var finding = await runner.ProveAsync(SyncLawIds.Slc912InterleavingsConverge, ObjectClass.Of(objectClass));

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Proven), () => $"{finding.Reason}\n{finding.Story}");
    }

    [TestCaseSource(nameof(All)), Category("Nightly")]
    public async Task At_night_fifty_runs_in_a_row_pass(object reference)
    {
        if (Environment.GetEnvironmentVariable("SLUICE_NIGHTLY") != "1")
            Assert.Ignore("Fifty runs take long: SLUICE_NIGHTLY=1.");
        const int runs = 50;
        var wrong = new List<string>();
        var took = TimeSpan.Zero;
        for (var run = 1; run <= runs; run++)
        {
            // Another seed each time, so that the random stories are others too.
            var settings = Settings with { Seed = run.ToString(CultureInfo.InvariantCulture), Stories = 200, Budget = TimeSpan.FromSeconds(10) };
            var card = await new ContractRunner(_ => Task.FromResult(((Reference)reference).Create()), settings).RunAsync();
            took += card.Duration;
            wrong.AddRange(Wrong(card).Select(finding => string.Create(CultureInfo.InvariantCulture, $"run {run}: {finding}")));
        }

        NightlyPage.Write(
            $"Correct connector: {reference}",
            string.Create(CultureInfo.InvariantCulture, $"{runs} runs of the whole kit in a row, with another seed each, up to 200 random stories for each class; {took.TotalSeconds / runs:0.0} s a run; {wrong.Count} findings against it."));
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
