namespace Sluice.TestKit;

/// <summary>A beginning, a mixture of changes after it, and what a whole run from the beginning to the end delivers.</summary>
internal sealed class Scenario
{
    private readonly LawContext _context;

    private Scenario(LawContext context, SyncPosition start, Mirror baseline)
    {
        _context = context;
        Start = start;
        Baseline = baseline;
    }

    /// <summary>The latest token before the changes.</summary>
    public SyncPosition Start { get; }

    /// <summary>What the source held then.</summary>
    public Mirror Baseline { get; }

    /// <summary>The whole run from <see cref="Start"/>.</summary>
    public ObservedRun Whole { get; private set; } = null!;

    /// <summary>What it delivered, in order.</summary>
    public IReadOnlyList<SyncDelta> Deltas => Whole.Deltas;

    public int Count => Deltas.Count;

    /// <summary>Writes some objects and takes the latest token.</summary>
    public static async Task<Scenario> BeginAsync(LawContext context, int objects = 4)
    {
        await context.Native.CreateAsync(objects).ConfigureAwait(false);
        return new(context, await context.LatestAsync().ConfigureAwait(false), await context.Native.TruthAsync().ConfigureAwait(false));
    }

    /// <summary>Tells the standard scenario: creations, changes, a rename, deletes, a re-creation.</summary>
    public static async Task<Scenario> TellAsync(LawContext context)
    {
        var scenario = await BeginAsync(context, 4 * context.Classes.Count).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        return await scenario.ReadAsync().ConfigureAwait(false);
    }

    /// <summary>Each write touches another object, so that sources which keep only the newest change of an object tell them all.</summary>
    public async Task WriteMixtureAsync()
    {
        var native = _context.Native;
        var known = native.Live.ToList();
        await native.CreateAsync(1).ConfigureAwait(false);
        await native.ChangeAsync(known[0]).ConfigureAwait(false);
        await native.CreateAsync(1).ConfigureAwait(false);
        await native.RenameAsync(known[1]).ConfigureAwait(false);
        if (_context.SeesDeletes)
        {
            await native.DeleteAsync(known[2]).ConfigureAwait(false);
            await native.CreateAsync(1).ConfigureAwait(false);
            await native.DeleteAsync(known[3]).ConfigureAwait(false);
            await native.RecreateAsync(known[3]).ConfigureAwait(false);
        }

        await native.CreateAsync(2).ConfigureAwait(false);
    }

    /// <summary>Runs through all the changes and checks that they lead to what the source holds.</summary>
    public async Task<Scenario> ReadAsync(OperationOptions? options = null)
    {
        Whole = await _context.DrainAsync(Start, options).ConfigureAwait(false);
        await ConvergedAsync("After a whole run from the latest token", Deltas).ConfigureAwait(false);
        return this;
    }

    /// <summary>Checks that deltas lead from the baseline to what the source holds.</summary>
    public async Task ConvergedAsync(string when, IEnumerable<SyncDelta> deltas)
    {
        var mirror = Baseline.Copy().Apply(deltas);
        var wrong = _context.Differences(mirror, await _context.Native.TruthAsync().ConfigureAwait(false));
        await _context.ConvergedAsync(mirror, when, wrong.Count > 0 && wrong.All(step => step.Kind == StoryStepKind.TooMuch) ? SyncLawIds.Slc905DeletesAreSeen : SyncLawIds.Slc901LatestMeansNow).ConfigureAwait(false);
    }

    /// <summary>The first delta of the token group of a delta.</summary>
    public int GroupStart(int index)
    {
        while (index > 0 && SameGroup(Deltas[index - 1].Token, Deltas[index].Token))
            index--;
        return index;
    }

    /// <summary>The first delta after the token group of a delta.</summary>
    public int GroupEnd(int index)
    {
        while (index + 1 < Count && SameGroup(Deltas[index + 1].Token, Deltas[index].Token))
            index++;
        return index + 1;
    }

    /// <summary>How many deltas the largest token group has.</summary>
    public int LargestGroup() => Count == 0 ? 1 : Enumerable.Range(0, Count).Max(index => GroupEnd(index) - GroupStart(index));

    /// <summary>How many deltas an idle run may deliver again: none, or where the connector promises less a group of each class.</summary>
    public int Repeatable() => _context.IsImprecise ? LargestGroup() * _context.Classes.Count : 0;

    /// <summary>Where a resumed run may start after a number of accepted deltas: not behind the last group of them.</summary>
    public int EarliestAfter(int accepted)
    {
        var earliest = accepted == 0 ? 0 : GroupStart(accepted - 1);
        return _context.IsImprecise && earliest > 0 ? GroupStart(earliest - 1) : earliest;
    }

    /// <summary>Where a run from a delta's own token may start: behind its group, or with it where the connector promises less.</summary>
    public int EarliestFromTokenOf(int index) => _context.IsImprecise ? GroupStart(index) : GroupEnd(index);

    /// <summary>Checks that a resumed run delivered a rest of the whole run, and where that begins.</summary>
    /// <param name="rest">What it delivered.</param>
    /// <param name="earliest">The first delta that it may deliver.</param>
    /// <param name="latest">The first delta that it must deliver.</param>
    /// <param name="what">The run, for the reason.</param>
    public void CheckRest(IReadOnlyList<SyncDelta> rest, int earliest, int latest, string what)
    {
        var first = Count - rest.Count;
        if (first >= earliest && first <= latest && Same(rest, 0, first))
            return;

        // Sources that promise less may deliver the group of the token that the run started from, which lies before these changes.
        if (_context.IsImprecise && first < earliest && earliest == 0 && Same(rest, -first, 0))
            return;

        // Under __ALL__ each class repeats a group of its own, so what comes again may stand among the rest.
        if (_context.IsImprecise && _context.ObjectClass.IsAll && IsRestAmongRepeats(rest, latest))
            return;
        var missing = Deltas.Skip(latest).Where(delta => !rest.Any(other => _context.Comparison.TellTheSame(delta, other))).ToList();
        foreach (var delta in missing)
            _context.Story.Add(StoryStepKind.Missing, LawContext.Show(delta));
        var repeated = rest.Where(delta => Deltas.Take(earliest).Any(other => _context.Comparison.TellTheSame(delta, other)) || !Deltas.Any(other => _context.Comparison.TellTheSame(delta, other))).ToList();
        foreach (var delta in repeated)
            _context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
        throw LawContext.Broken(
            missing.Count > 0 ? $"{what} lost {missing.Count} of {Count} changes."
            : repeated.Count > 0 ? $"{what} repeated {repeated.Count} changes that were done."
            : $"{what} delivered {rest.Count} changes in another order, or some of them twice, where the whole run delivered {Count}.");
    }

    /// <summary>Checks a stopped run and the one that resumed it: nothing lost, at most one group repeated, the truth reached.</summary>
    public async Task ConvergedTogetherAsync(LawContext context, ObservedRun stopped, ObservedRun rest)
    {
        CheckRest(rest.Deltas, EarliestAfter(stopped.Accepted.Count), stopped.Accepted.Count, $"A run stopped after {stopped.Accepted.Count} accepted changes at {stopped.Position}. A run from there");
        await context.ConvergedAsync(Baseline.Copy().Apply(stopped.Accepted).Apply(rest.Deltas), "After a stop and a resume").ConfigureAwait(false);
    }

    private bool IsRestAmongRepeats(IReadOnlyList<SyncDelta> rest, int latest)
    {
        var next = latest;
        foreach (var delta in rest)
            next += next < Count && _context.Comparison.TellTheSame(delta, Deltas[next]) ? 1 : 0;
        return next == Count && rest.Count - (Count - latest) <= 2 * LargestGroup() * _context.Classes.Count;
    }

    public static bool SameGroup(in SyncToken left, in SyncToken right) =>
        SyncToken.TryCompare(left, right, out var order) ? order == 0 : left == right;

    private bool Same(IReadOnlyList<SyncDelta> rest, int skipped, int first)
    {
        for (var i = skipped; i < rest.Count; i++)
        {
            if (!_context.Comparison.TellTheSame(rest[i], Deltas[first + i - skipped]))
                return false;
        }

        return true;
    }
}
