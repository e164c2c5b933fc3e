using System.Globalization;
using System.Reflection;
using System.Text;

namespace Sluice.TestKit.Tests;

/// <summary>The table of mutants against laws in the documentation.</summary>
internal static class MutantTable
{
    private const string Begin = "<!-- mutants: written by MutantTableTests, SLUICE_SNAPSHOTS=accept -->\n";
    private const string End = "<!-- end of mutants -->";

    /// <summary>Why a law is there beside others that may find the same defects.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [SyncLawIds.Slc103RefuseOtherClasses] = "Where a class falls through, nearly every law of delivery breaks; this one says why, at once.",
        [SyncLawIds.Slc104AllIsServedOrRefused] = "Where `__ALL__` is empty, nearly every law breaks for it; this one says why, at once.",
        [SyncLawIds.Slc105DeltaClassIsRequested] = "A foreign object also disturbs parallel runs (SLC916), which do not say whose it is.",
        [SyncLawIds.Slc106AllDeltasNameTheirClass] = "A delete under a wrong class also misses its object (SLC905, SLC914); this law shows the delta that names it.",
        [SyncLawIds.Slc201TokenResultWhenDrained] = "Without a final position everything comes again (SLC908, SLC910); this law names the run that left none.",
        [SyncLawIds.Slc202NoNewerTokenAfterStop] = "A position that is too new also loses changes on resumption (SLC904); this law shows the position itself, before anything is lost, as the guard does.",
        [SyncLawIds.Slc205DeltaCarriesToken] = "A token that says nothing also fails resumptions (SLC903); this law names the delta.",
        [SyncLawIds.Slc206TokensMoveForward] = "Tokens that go back also fail resumptions (SLC903, SLC904); hosts that compare tokens are misled without any resumption.",
        [SyncLawIds.Slc207FinalTokenNotOlder] = "An older final position also repeats changes (SLC201, SLC908), which some hosts do not notice.",
        [SyncLawIds.Slc218PositionBeforeData] = "Only random stories (SLC912) also write during a run, at random.",
        [SyncLawIds.Slc219BoundedRunProgresses] = "SLC904 resumes once; only this law plays a bounded host to its end.",
        [SyncLawIds.Slc301UseHandlerAnswer] = "SLC302 finds one call too many; this law tells an answer that nobody uses from a stop that comes late.",
        [SyncLawIds.Slc302NoDeltaAfterStop] = "A call after the stop also spoils the position (SLC202); the call is the defect, whatever the position says.",
        [SyncLawIds.Slc305DeltasStream] = "Who reads everything first also holds everything (SLC915), unless it is kept outside of the process's memory.",
        [SyncLawIds.Slc309IteratorCloses] = "What stays open also shows after a cancellation (SLC306), which not every host uses.",
        [SyncLawIds.Slc311NoConcurrentHandler] = "Calls at once break other laws by chance; this law looks for them, and finds them every time.",
        [SyncLawIds.Slc312NoCallAfterReturn] = "Deltas after the return look like lost ones to all other laws; this law waits for them.",
        [SyncLawIds.Slc314NoLockWhileDelivering] = "A lock also hinders the writes of other proofs, which then cannot say who holds it.",
        [SyncLawIds.Slc401DeltaCarriesObject] = "The factories of `SyncDelta` cannot make such a delta; one that comes another way (a wire format, a proxy) is found out.",
        [SyncLawIds.Slc402DeltaUidIsObjectUid] = "The factories of `SyncDelta` cannot make such a delta; one that comes another way (a wire format, a proxy) is found out.",
        [SyncLawIds.Slc403PreviousUid] = "A wrong previous uid also merges two objects in the host, which then lacks one; this law shows the delta.",
        [SyncLawIds.Slc407ProjectionKeepsChanges] = "Only this law asks for fewer attributes.",
        [SyncLawIds.Slc408AttributesAreDeclared] = "Only this law looks at attributes that the schema does not know.",
        [SyncLawIds.Slc409NoNullDelta] = "A null also hides the change that it stands for (SLC905).",
        [SyncLawIds.Slc902FirstRunIsComplete] = "Incomplete first runs also show where other proofs begin with one; this law is about the first run alone.",
        [SyncLawIds.Slc903ResumeFromAnyToken] = "Hosts that keep a delta's token and ignore the returned position do exactly this; SLC904 uses the position only.",
        [SyncLawIds.Slc904StopAndResume] = "The law that hosts live by: nearly every wrong position ends here.",
        [SyncLawIds.Slc905DeletesAreSeen] = "Missing deletes also show in random stories (SLC912), at random; this law tries each kind of them.",
        [SyncLawIds.Slc906RenameIsOneDelta] = "Wrong renames also show in random stories (SLC912), at random.",
        [SyncLawIds.Slc907LateCommit] = "Random stories (SLC912) hold transactions open too, at random.",
        [SyncLawIds.Slc909ReplayConverges] = "Only random stories (SLC912) also set a host back that holds everything, at random.",
        [SyncLawIds.Slc910TokenSurvivesTransport] = "A token that dies with its process also fails wherever a proof opens another facade; this law says that it is the token.",
        [SyncLawIds.Slc911FaultLosesNothing] = "Where the error is swallowed, SLC313 breaks too; this law also covers errors that are told.",
        [SyncLawIds.Slc912InterleavingsConverge] = "The net under the others, for what nobody thought of: it says that something is wrong and tells the shortest story, not which law it is.",
        [SyncLawIds.Slc913SyncAndSearchAgree] = "Only this law asks search and get.",
        [SyncLawIds.Slc914AllIsUnion] = "Changes missing under `__ALL__` also show there as missing in other laws; this one compares with the classes' own runs.",
        [SyncLawIds.Slc917UnusualValuesArrive] = "Only this law writes unusual values.",
        [SyncLawIds.Slc918ClockMayGoBack] = "Times that go back also show in random stories (SLC912), at random; ties in one tick also where a transaction makes them (SLC216).",
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
        var text = new StringBuilder("| law | defects that it has to find | what it is for, beside other laws that may find the same |\n|---|---|---|\n");
        foreach (var law in ContractRunner.LawIds)
        {
            text.Append("| [").Append(law).Append("](laws/").Append(law).Append(".md) ").Append(SyncLaws.Find(law)!.Title).Append(" | ")
                .AppendJoin("; ", AllMutants.All.Where(mutant => mutant.KilledBy.Contains(law)).Select(mutant => $"{mutant.Defect} (`{mutant.Type}`)"))
                .Append(" | ").Append(Reasons.GetValueOrDefault(law, "")).Append(" |\n");
        }

        return text.ToString();
    }
}
