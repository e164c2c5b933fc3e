namespace Sluice.TestKit;

/// <summary>Breaks the connection at each read of a run in turn.</summary>
internal static class Breaks
{
    private const int Most = 200;

    public static async Task EverywhereAsync(LawContext context, IBreaksConnection breaks, Scenario scenario, Func<ObservedRun, Task> check)
    {
        var mark = context.Story.Mark();
        for (var reads = 0; reads < Most; reads++)
        {
            context.Story.Rewind(mark);
            await context.HarnessAsync("BreakAfterAsync", c => breaks.BreakAfterAsync(reads, c)).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Source, $"after {reads} reads the connection breaks");
            var run = await context.RunAsync(scenario.Start).ConfigureAwait(false);
            await context.HarnessAsync("HealAsync", breaks.HealAsync).ConfigureAwait(false);
            if (run.Exception is SyncLawException)
                throw LawContext.Unexpected(run);

            // A whole run: so many reads are not needed any more.
            if (run.Exception is null && run.Deltas.Count >= scenario.Count)
                return;
            await check(run).ConfigureAwait(false);
        }
    }
}
