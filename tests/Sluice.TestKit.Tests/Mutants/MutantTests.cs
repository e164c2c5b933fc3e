namespace Sluice.TestKit.Tests;

/// <summary>Each defective connector falls by the law that names its defect.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MutantTests
{
    // What these laws measure belongs to the whole process.
    private static readonly string[] MeasuringLaws = [SyncLawIds.Slc305DeltasStream, SyncLawIds.Slc915FlatMemory];

    private static IEnumerable<TestCaseData> Quiet => Cases(mutant => !mutant.KilledBy.Intersect(MeasuringLaws).Any());

    private static IEnumerable<TestCaseData> Measured => Cases(mutant => mutant.KilledBy.Intersect(MeasuringLaws).Any());

    [TestCaseSource(nameof(Quiet))]
    public Task Falls(object mutant) => FallsAsync((Mutant)mutant);

    [TestCaseSource(nameof(Measured)), NonParallelizable]
    public Task Falls_alone_in_the_process(object mutant) => FallsAsync((Mutant)mutant);

    [Test]
    public void There_are_enough_and_each_has_a_name_and_a_law_of_its_own()
    {
        Assert.Multiple(() =>
        {
            Assert.That(AllMutants.All, Has.Count.GreaterThanOrEqualTo(80));
            Assert.That(AllMutants.All.Select(mutant => mutant.Type), Is.Unique);
            Assert.That(AllMutants.All.Select(mutant => mutant.Defect), Is.Unique);
            Assert.That(AllMutants.All.SelectMany(mutant => mutant.KilledBy), Is.SubsetOf(ContractRunner.LawIds));
            Assert.That(AllMutants.All.Select(mutant => mutant.KilledBy.Count), Has.All.GreaterThan(0));
        });
    }

    private static IEnumerable<TestCaseData> Cases(Func<Mutant, bool> which) =>
        AllMutants.All.Where(which).Select(mutant => new TestCaseData(mutant).SetArgDisplayNames(mutant.Type));

    private static async Task FallsAsync(Mutant mutant)
    {
        var runner = new ContractRunner(_ => Task.FromResult(mutant.Harness()), AllMutants.Settings);
        foreach (var law in mutant.KilledBy)
        {
            var findings = new List<LawFinding>();
            foreach (var objectClass in AllMutants.Classes.Where(objectClass => ContractRunner.Concerns(law, objectClass)))
            {
                findings.Add(await runner.ProveAsync(law, objectClass));
                if (findings[^1].Verdict == LawVerdict.Broken)
                    break;
            }

            Assert.That(
                findings.Select(finding => finding.Verdict),
                Has.Some.EqualTo(LawVerdict.Broken),
                () => $"{law} does not find: {mutant.Defect}\n{string.Join('\n', findings.Concat(runner.Card().Findings).Distinct().Select(finding => $"{finding.LawId} {finding.ObjectClass} {finding.Verdict} {finding.Reason}"))}");
        }
    }
}
