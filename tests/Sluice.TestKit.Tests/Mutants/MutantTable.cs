using System.Globalization;
using System.Reflection;
using System.Text;

namespace Sluice.TestKit.Tests;

/// <summary>The table of mutants against laws in the documentation.</summary>
internal static class MutantTable
{
    private const string Begin = "<!-- mutants: written by MutantTableTests, SLUICE_SNAPSHOTS=accept -->\n";
    private const string End = "<!-- end of mutants -->";

    /// <summary>Why a law is there that finds no mutant alone.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [SyncLawIds.Slc401DeltaCarriesObject] = "The factories of `SyncDelta` cannot make such a delta; a facade that builds deltas otherwise (a wire format, a proxy) is found out.",
        [SyncLawIds.Slc402DeltaUidIsObjectUid] = "The factories of `SyncDelta` cannot make such a delta; a facade that builds deltas otherwise (a wire format, a proxy) is found out.",
    };

    public static string Path(string file) =>
        System.IO.Path.Combine(typeof(MutantTable).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!, "docs", file);

    /// <summary>The page with its table as it should be.</summary>
    public static string Updated(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? throw new InvalidOperationException($"docs/testkit.md lacks the lines '{Begin.Trim()}' and '{End}'.") : page[..(begin + Begin.Length)] + "\n" + Table() + "\n" + page[end..];
    }

    /// <summary>What the nightly run found, beside what it recorded before about other things.</summary>
    public static void WriteMatrix(IReadOnlyDictionary<Mutant, IReadOnlyList<string>> found, TimeSpan took)
    {
        var alone = found.Values.Where(laws => laws.Count == 1).Select(laws => laws[0]).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{found.Count} mutants against {ContractRunner.LawIds.Count} laws, every class, in {took.TotalMinutes:0} minutes. {found.Count(pair => pair.Value.Count > 0)} fell.\n\n");
        text.Append("| mutant | found by |\n|---|---|\n");
        foreach (var (mutant, laws) in found)
            text.Append("| ").Append(mutant.Type).Append(" | ").AppendJoin(' ', laws.Select(law => mutant.KilledBy.Contains(law) ? $"**{law}**" : law)).Append(" |\n");
        text.Append("\nLaws that find at least one mutant alone: ").AppendJoin(' ', ContractRunner.LawIds.Where(alone.Contains)).Append(".\n");
        text.Append("Laws that find none alone: ").AppendJoin(' ', ContractRunner.LawIds.Where(law => !alone.Contains(law))).Append(".\n");
        NightlyPage.Write("Mutants", text.ToString());
    }

    private static string Table()
    {
        var text = new StringBuilder("| law | defects that it has to find | why it is there, where it finds none alone |\n|---|---|---|\n");
        foreach (var law in ContractRunner.LawIds)
        {
            text.Append("| [").Append(law).Append("](laws/").Append(law).Append(".md) ").Append(SyncLaws.Find(law)!.Title).Append(" | ")
                .AppendJoin("; ", AllMutants.All.Where(mutant => mutant.KilledBy.Contains(law)).Select(mutant => $"{mutant.Defect} (`{mutant.Type}`)"))
                .Append(" | ").Append(Reasons.GetValueOrDefault(law, "")).Append(" |\n");
        }

        return text.ToString();
    }
}
