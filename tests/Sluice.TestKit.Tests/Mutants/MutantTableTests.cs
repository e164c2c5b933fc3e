namespace Sluice.TestKit.Tests;

/// <summary>The table in the documentation is the list of mutants.</summary>
public sealed class MutantTableTests
{
    [Test]
    public void The_table_is_the_list_of_mutants()
    {
        var path = MutantTable.Path("testkit.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var expected = MutantTable.Updated(page);
        if (Environment.GetEnvironmentVariable("SLUICE_SNAPSHOTS") == "accept")
            File.WriteAllText(path, page = expected);

        Assert.That(page, Is.EqualTo(expected), "The table in docs/testkit.md is written from the mutants: run the test with SLUICE_SNAPSHOTS=accept.");
    }

    [Test]
    public void Each_law_has_a_mutant_or_a_reason()
    {
        var named = AllMutants.All.SelectMany(mutant => mutant.KilledBy).Concat(MutantTable.Reasons.Keys).Distinct();

        Assert.That(ContractRunner.LawIds.Except(named), Is.Empty);
    }
}
