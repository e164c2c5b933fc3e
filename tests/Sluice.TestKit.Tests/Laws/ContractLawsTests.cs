using System.Reflection;

namespace Sluice.TestKit.Tests;

/// <summary>The kit's list of laws against the contract's.</summary>
public sealed class ContractLawsTests
{
    [Test]
    public void The_kit_proves_the_laws_that_the_contract_gives_to_it()
    {
        Assert.That(ContractRunner.LawIds, Is.EqualTo(SyncLaws.All.Where(law => law.Enforcers.HasFlag(LawEnforcers.Kit)).Select(law => law.Id)));
        Assert.That(SyncLaws.All.Where(law => law.Built.HasFlag(LawEnforcers.Kit)).Select(law => law.Id), Is.EqualTo(ContractRunner.LawIds));
    }

    [Test]
    public void One_word_runs_through_constant_and_proof()
    {
        var words = typeof(SyncLawIds).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => (string)field.GetRawConstantValue()!, field => field.Name["Slc000".Length..], StringComparer.Ordinal);

        Assert.That(ContractRunner.LawIds.Where(law => ContractRunner.NameOf(law) != words[law]), Is.Empty);
    }

    [TestCaseSource(typeof(ContractRunner), nameof(ContractRunner.LawIds))]
    public void Each_law_has_its_page(string law)
    {
        // The pages of laws that an analyzer enforces too come with the analyzer.
        if ((SyncLaws.Find(law)!.Enforcers & (LawEnforcers.Analyzer | LawEnforcers.Heuristic)) != LawEnforcers.None)
            Assert.Pass("The analyzer's tests look after this page.");
        var root = typeof(ContractLawsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "laws", law + ".md"));

        Assert.That(page, Does.StartWith($"# {law}: {SyncLaws.Find(law)!.Title}\n").And.Contain($"| `{ContractRunner.NameOf(law)}` |"));
    }
}
