using System.Diagnostics;

namespace Sluice.TestKit.Tests;

/// <summary>Every law against every mutant: which law finds which defect, and that no law is there by accident. It takes long, so it runs at night.</summary>
[Category("Nightly"), NonParallelizable]
public sealed class MatrixTests
{
    [Test]
    public async Task Each_law_finds_a_defect_that_no_other_law_finds_or_has_its_reason()
    {
        if (Environment.GetEnvironmentVariable("SLUICE_NIGHTLY") != "1")
            Assert.Ignore("The full matrix runs at night: SLUICE_NIGHTLY=1.");
        var watch = Stopwatch.StartNew();
        var found = new Dictionary<Mutant, IReadOnlyList<string>>();
        var harnessFaults = new List<string>();
        foreach (var mutant in AllMutants.All)
        {
            var runner = new ContractRunner(_ => Task.FromResult(mutant.Harness()), AllMutants.Settings with { Hosts = [] });
            var card = await runner.RunAsync([ObjectClass.Account, ObjectClass.Group]);
            found[mutant] = [.. card.Findings.Where(finding => finding.Verdict == LawVerdict.Broken).Select(finding => finding.LawId).Distinct().Order(StringComparer.Ordinal)];
            harnessFaults.AddRange(card.Findings.Where(finding => finding.Verdict == LawVerdict.HarnessFault).Select(finding => $"{mutant} {finding.LawId} {finding.ObjectClass}: {finding.Reason}"));
            await TestContext.Progress.WriteLineAsync($"{watch.Elapsed.TotalSeconds:0} s {mutant}: {string.Join(' ', found[mutant])}");
        }

        MutantTable.WriteMatrix(found, watch.Elapsed);
        Assert.Multiple(() =>
        {
            Assert.That(harnessFaults, Is.Empty, "a defect of the connector was taken for one of the harness");
            Assert.That(found.Where(pair => pair.Key.KilledBy.Except(pair.Value).Any()).Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}"), Is.Empty, "mutants that their law does not find");
            var alone = found.Values.Where(laws => laws.Count == 1).Select(laws => laws[0]).ToHashSet(StringComparer.Ordinal);
            Assert.That(ContractRunner.LawIds.Where(law => !alone.Contains(law) && !MutantTable.Reasons.ContainsKey(law)), Is.Empty, "laws that find nothing alone and have no reason written down");
        });
    }
}
