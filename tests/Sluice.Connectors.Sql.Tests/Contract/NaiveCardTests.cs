using System.Reflection;
using System.Text;
using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>What the kit says about the connector that everybody writes first; docs/testkit-naive-card.md shows it.</summary>
public sealed class NaiveCardTests
{
    // Broken in every run. What depends on two changes falling into one millisecond is found only now and then.
    private static readonly string[] Expected = [SyncLawIds.Slc215ForeignToken, SyncLawIds.Slc905DeletesAreSeen, SyncLawIds.Slc907LateCommit];

    [Test]
    public async Task The_kit_tells_which_laws_the_naive_connector_breaks()
    {
        var runner = new ContractRunner(
            async _ => await new NaiveHarness(await TestDatabase.CreateAsync(SqlProvider.PostgreSql)).SetUpAsync(),
            new() { Seed = "1", Budget = TimeSpan.FromSeconds(5), Stories = 20, StepLimit = TimeSpan.FromSeconds(60), LawLimit = TimeSpan.FromMinutes(5), Hosts = [HostProfile.SafePosition] });

        var card = await runner.RunAsync([ObjectClass.Account]);

        var broken = card.Findings.Where(finding => finding.Verdict == LawVerdict.Broken && finding.ObjectClass == ObjectClass.Account).Select(finding => finding.LawId).Order(StringComparer.Ordinal).ToArray();
        Assert.That(broken, Is.SupersetOf(Expected), string.Join(' ', broken));
        await CompareAsync(card);
    }

    /// <summary>Which laws are broken, and the story of each; times, tokens and values differ from run to run and are left out.</summary>
    private static async Task CompareAsync(ContractCard card)
    {
        var text = new StringBuilder("# What the kit says about a naive connector\n\n");
        text.Append("`where changed > @token order by changed`, with a time stamp as the token, over a table in PostgreSQL. Written by a test\n(`NaiveCardTests`); the connector is `NaiveConnector` beside it. What its generated facade guards (the position within a group of equal tokens, stops) holds even here; what\nonly the source can tell does not. Laws that it breaks only now and then, by two changes in one millisecond, are left out.\n\n| law | | class | verdict |\n|---|---|---|---|\n");
        foreach (var finding in card.Findings.Where(finding => finding.Verdict == LawVerdict.Broken && Expected.Contains(finding.LawId)))
            text.Append("| [").Append(finding.LawId).Append("](laws/index.md) | ").Append(SyncLaws.Find(finding.LawId)!.Title).Append(" | `").Append(finding.ObjectClass.Name).Append("` | broken |\n");
        var root = typeof(NaiveCardTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;
        var file = Path.Combine(root, "docs", "testkit-naive-card.md");
        if (Environment.GetEnvironmentVariable("SLUICE_SNAPSHOTS") == "accept")
            await File.WriteAllTextAsync(file, text.ToString());
        Assert.That(text.ToString(), Is.EqualTo(await File.ReadAllTextAsync(file)), CardMarkdown.Write(card));
    }
}
