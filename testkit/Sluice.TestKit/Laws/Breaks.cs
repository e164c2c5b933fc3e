namespace Sluice.TestKit;

/// <summary>Breaks the connection at each read of a run in turn.</summary>
internal static class Breaks
{
    private const int Most = 200;

    public static async Task EverywhereAsync(LawContext context, IBreaksConnection breaks, Scenario scenario, Func<ObservedRun, Task> check)
    {
        // A connector that tries again by itself never fails, so that only its reads tell whether there was a break.
        var counts = context.Harness as ICountsReads;
        var undisturbed = await ReadsAsync(context, counts, async () => await context.DrainAsync(scenario.Start).ConfigureAwait(false)).ConfigureAwait(false);
        var most = Math.Max(undisturbed, 2 * scenario.Count);
        var hasBroken = false;
        var mark = context.Story.Mark();
        for (var reads = 0; reads < Most; reads++)
        {
            context.Story.Rewind(mark);
            await context.HarnessAsync("BreakAfterAsync", c => breaks.BreakAfterAsync(reads, c)).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Source, $"after {reads} reads the connection breaks");
            ObservedRun run = null!;
            var disturbed = await ReadsAsync(context, counts, async () => run = await context.RunAsync(scenario.Start).ConfigureAwait(false)).ConfigureAwait(false);
            await context.HarnessAsync("HealAsync", breaks.HealAsync).ConfigureAwait(false);
            if (run.Exception is SyncLawException)
                throw LawContext.Unexpected(run);
            var isBroken = run.Exception is not null || run.Deltas.Count != scenario.Count || (disturbed > undisturbed && reads <= most);
            await check(run).ConfigureAwait(false);
            hasBroken |= isBroken;

            // So many reads are not needed any more; where no break was seen, a few more than a read for each change are tried.
            if (!isBroken && (hasBroken || reads > most))
                break;
        }

        if (!hasBroken)
        {
            throw new ProofEndedException(
                LawVerdict.NotProven,
                $"No run failed, wherever its connection was to break: BreakAfterAsync breaks nothing, or the connector tries again by itself. {(counts is null ? $"Implement {nameof(ICountsReads)}, so that the second attempt is seen." : "The source did not count more reads either.")}",
                ability: counts is null ? nameof(ICountsReads) : null);
        }
    }

    private static async Task<long> ReadsAsync(LawContext context, ICountsReads? counts, Func<Task> run)
    {
        var before = counts is null ? 0 : await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false);
        await run().ConfigureAwait(false);
        return counts is null ? 0 : await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false) - before;
    }
}
