using System.Reflection;
using System.Text;

namespace Sluice.Tests.Contract;

/// <summary>The table of laws in the documentation is the catalogue in the code.</summary>
public sealed class LawIndexTests
{
    [Test]
    public void IndexIsTheCatalogue()
    {
        var root = typeof(LawIndexTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(root, "docs", "laws", "index.md");
        var expected = Index(page => File.Exists(Path.Combine(root, "docs", "laws", page)));
        if (Environment.GetEnvironmentVariable("SLUICE_SNAPSHOTS") == "accept")
            File.WriteAllText(path, expected);
        Assert.That(File.ReadAllText(path).ReplaceLineEndings("\n"), Is.EqualTo(expected), "docs/laws/index.md is written from SyncLaws: run the test with SLUICE_SNAPSHOTS=accept.");
    }

    private static string Index(Func<string, bool> hasPage)
    {
        var text = new StringBuilder("""
            # The sync laws

            The contract between a connector and whoever consumes it. Each law is enforced at the earliest place where it can be decided, under the same id everywhere:
            **C** while compiling, by an analyzer (**c** where it can only guess; **+fix** where a code fix comes with it), **G** by a guard in the generated facade, **K** by the
            contract kit against the real system. *Planned* are the enforcers that are still to come. Laws are only ever added; an id never changes its meaning.


            """.ReplaceLineEndings("\n"));
        text.Append("| id | law | if it is broken | enforced | planned |\n|---|---|---|---|---|\n");
        foreach (var law in SyncLaws.All)
        {
            var page = law.Id + ".md";
            var id = hasPage(page) ? $"[{law.Id}]({page})" : law.Id;
            text.Append("| ").AppendJoin(" | ", id, law.Title, law.Consequence, Describe(law.Built), Describe(law.Enforcers & ~law.Built)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Describe(LawEnforcers enforcers)
    {
        (LawEnforcers Enforcer, string Mark)[] marks =
        [
            (LawEnforcers.Analyzer, "C"), (LawEnforcers.Heuristic, "c"), (LawEnforcers.HasFix, "+fix"), (LawEnforcers.Guard, "G"), (LawEnforcers.Kit, "K"),
        ];
        return string.Join(' ', marks.Where(mark => enforcers.HasFlag(mark.Enforcer)).Select(mark => mark.Mark));
    }
}
