using System.Reflection;
using System.Text;
using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>What the kit says about the connector that everybody writes first; docs/testkit-naive-card.md shows it.</summary>
public sealed class NaiveCardTests
{
    // Whether random stories come to one of the defects depends on how many are told in the time there is.
    private const string Random = SyncLawIds.Slc912InterleavingsConverge;

    [Test]
    public async Task The_kit_tells_which_laws_the_naive_connector_breaks()
    {
        await using var prepared = new PreparedDatabase(SqlProvider.PostgreSql, NaiveHarness.MakeAsync);
        var runner = new ContractRunner(
            async _ => new NaiveHarness(await prepared.CreateAsync()),
            new() { Seed = "1", Budget = TimeSpan.FromSeconds(2), Stories = 10, StepLimit = TimeSpan.FromSeconds(60), LawLimit = TimeSpan.FromMinutes(5), Hosts = [HostProfile.SafePosition] });

        await CompareAsync(await runner.RunAsync([ObjectClass.Account]));
    }

    /// <summary>Which laws are broken, and how that shows; times, seeds and stories differ from run to run and are left out.</summary>
    private static async Task CompareAsync(ContractCard card)
    {
        var text = new StringBuilder("""
            # What the kit says about a naive connector

            `where changed > @token order by changed`, with a time stamp as the token, over a table in PostgreSQL. Written by a test
            (`NaiveCardTests`); the connector is `NaiveConnector` beside it. What its generated facade guards (the position within a group of equal tokens, stops)
            holds even here; what only the source can tell does not. Where one of these laws stands in the way of another, the kit says that the other is not proven.

            | broken law | | class | how it shows |
            |---|---|---|---|

            """);
        foreach (var finding in card.Findings.Where(finding => finding.Verdict is LawVerdict.Broken or LawVerdict.HarnessFault && finding.LawId != Random))
            text.Append("| [").Append(finding.LawId).Append("](laws/").Append(finding.LawId).Append(".md) | ").Append(SyncLaws.Find(finding.LawId)!.Title).Append(" | `").Append(finding.ObjectClass.Name).Append("` | ").Append(finding.Reason.ReplaceLineEndings(" ")).Append(" |\n");
        var root = typeof(NaiveCardTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;
        var file = Path.Combine(root, "docs", "testkit-naive-card.md");
        if (Environment.GetEnvironmentVariable("SLUICE_SNAPSHOTS") == "accept")
            await File.WriteAllTextAsync(file, text.ToString());
        Assert.That(text.ToString(), Is.EqualTo(await File.ReadAllTextAsync(file)), CardMarkdown.Write(card));
    }
}
