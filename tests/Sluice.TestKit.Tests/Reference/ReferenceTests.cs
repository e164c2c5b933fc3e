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

    [TestCase("32", ObjectClasses.Account)]
    [TestCase("48", ObjectClasses.All)]
    public async Task Stories_that_set_a_host_back_twice_accuse_nobody(string seed, string objectClass)
    {
        var runner = new ContractRunner(
            _ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new LogFacade(source))),
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
