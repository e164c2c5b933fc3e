using System.Reflection;
using System.Text;
using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>What the kit says about the connector that everybody writes first; docs/testkit-naive-card.md shows it.</summary>
public sealed class NaiveCardTests
{
    [Test]
    public async Task The_kit_tells_which_laws_the_naive_connector_breaks()
    {
        var runner = new ContractRunner(
            async _ => await new NaiveHarness(await TestDatabase.CreateAsync(SqlProvider.PostgreSql)).SetUpAsync(),
            new() { Seed = "1", Budget = TimeSpan.FromSeconds(5), Stories = 20, StepLimit = TimeSpan.FromSeconds(60), LawLimit = TimeSpan.FromMinutes(5), Hosts = [HostProfile.SafePosition] });

        var card = await runner.RunAsync([ObjectClass.Account]);

        var broken = card.Findings.Where(finding => finding.Verdict == LawVerdict.Broken && finding.ObjectClass == ObjectClass.Account).Select(finding => finding.LawId).Order(StringComparer.Ordinal).ToArray();
        Assert.That(broken, Is.SupersetOf(new[] { SyncLawIds.Slc905DeletesAreSeen, SyncLawIds.Slc907LateCommit }), string.Join(' ', broken));
        await CompareAsync(card);
    }

    /// <summary>Which laws are broken, and the story of each; times, tokens and values differ from run to run and are left out.</summary>
    private static async Task CompareAsync(ContractCard card)
    {
        var text = new StringBuilder("# What the kit says about a naive connector\n\n");
        text.Append("`where changed > @token order by changed`, with a time stamp as the token, over a table in PostgreSQL. Written by a test\n(`NaiveCardTests`); the connector is `NaiveConnector` beside it.\n\n| law | | class | verdict |\n|---|---|---|---|\n");
        foreach (var finding in card.Findings.Where(finding => finding.Verdict == LawVerdict.Broken))
            text.Append("| [").Append(finding.LawId).Append("](laws/index.md) | ").Append(SyncLaws.Find(finding.LawId)!.Title).Append(" | `").Append(finding.ObjectClass.Name).Append("` | broken |\n");
        var root = typeof(NaiveCardTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;
        var file = Path.Combine(root, "docs", "testkit-naive-card.md");
        if (Environment.GetEnvironmentVariable("SLUICE_SNAPSHOTS") == "accept")
            await File.WriteAllTextAsync(file, text.ToString());
        Assert.That(text.ToString(), Is.EqualTo(await File.ReadAllTextAsync(file)), CardMarkdown.Write(card));
    }
}
