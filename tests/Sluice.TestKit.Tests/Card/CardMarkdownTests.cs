namespace Sluice.TestKit.Tests;

public sealed class CardMarkdownTests
{
    [Test]
    public void Tells_verdicts_reasons_declarations_and_stories()
    {
        var text = CardMarkdown.Write(SampleCard.Broken);

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("# Contract card: HR database, naive variant\n\n**Breaks "));
            Assert.That(text, Does.Contain("| System | PostgreSQL 15.8 on Debian 12 |"));
            Assert.That(text, Does.Contain("- **Deletes are not seen** (\\_\\_ACCOUNT\\_\\_). The table keeps no trace"));
            Assert.That(text, Does.Contain("The harness does not implement IHoldsTransactions."));
            Assert.That(text, Does.Contain("\n### SLC"));
            Assert.That(text, Does.Contain("  MISSING    account k0003"));
        });
    }

    [Test]
    public void Hostile_texts_stay_within_their_cell_and_their_fence()
    {
        var lines = CardMarkdown.Write(SampleCard.OfHostileTexts).Split('\n');
        var outside = new List<string>();
        var fence = "";
        foreach (var line in lines)
        {
            if (fence.Length > 0)
                fence = line == fence ? "" : fence;
            else if (line.StartsWith("```", StringComparison.Ordinal))
                fence = line.TrimEnd('t', 'e', 'x');
            else
                outside.Add(line);
        }

        Assert.Multiple(() =>
        {
            Assert.That(fence, Is.Empty, "a story ends its own fence");
            Assert.That(outside.Where(line => line.Contains('<', StringComparison.Ordinal)), Is.Empty);
            Assert.That(outside.Where(line => line.StartsWith("| ", StringComparison.Ordinal)), Has.All.EndsWith(" |"));
            Assert.That(string.Concat(lines), Does.Not.Contain('\u202E').And.Not.Contain('\u001B').And.Contain("\\\\u202E"));
            foreach (var table in new[] { "| host |", "| law |" })
            {
                var start = outside.FindIndex(line => line.StartsWith(table, StringComparison.Ordinal));
                Assert.That(outside.Skip(start).TakeWhile(line => line.Length > 0).Select(Cells).Distinct().Count(), Is.EqualTo(1), table);
            }
        });

        static int Cells(string line) => line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|');
    }
}
