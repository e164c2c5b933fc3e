namespace Sluice.TestKit;

/// <summary>A cancelled run ends soon, at every delta and while it waits for the source, leaves nothing open and loses nothing.</summary>
internal sealed class CancellationReachesSource : IContractLaw
{
    public string Id => SyncLawIds.Slc306CancellationReachesSource;

    public async Task ProveAsync(LawContext context)
    {
        context.HangSuspect = Id;
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var open = await OpenResources.CountAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            context.Story.Rewind(mark);
            var at = index;
            using var host = new CancellationTokenSource();
            var run = await context.RunAsync(
                scenario.Start,
                async (_, i, _) =>
                {
                    if (i == at)
                    {
                        context.Story.Add(StoryStepKind.Answered, "the host cancels the run, and accepts this delta");
                        await host.CancelAsync().ConfigureAwait(false);
                    }

                    return SyncAnswer.Continue;
                },
                cancellation: host.Token).ConfigureAwait(false);
            CheckEnd(run);
            if (run.Deltas.Count == scenario.Count && index < scenario.Count - 3)
                throw LawContext.Broken($"The run was cancelled at delta {index + 1} and delivered all {scenario.Count} changes.");
            await OpenResources.CheckAsync(context, open, "a cancelled run").ConfigureAwait(false);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            scenario.CheckRest(rest.Deltas, 0, run.Accepted.Count, $"A run was cancelled at delta {index + 1}. A run from {run.Position}");
        }

        if (!context.Has<IStallsReads>(out var stalls))
            return;
        foreach (var reads in new[] { 0, 1 })
        {
            context.Story.Rewind(mark);
            using var host = new CancellationTokenSource();
            var stalled = await context.HarnessAsync("StallAfterAsync", c => stalls.StallAfterAsync(reads, c)).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Source, $"after {reads} reads the source lets the next one wait");
            var running = context.RunAsync(scenario.Start, cancellation: host.Token);
            await Task.WhenAny(stalled, running).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Note, running.IsCompleted ? "the run did not wait" : "a read waits; the host cancels the run");
            await host.CancelAsync().ConfigureAwait(false);
            CheckEnd(await running.ConfigureAwait(false), stalledReads: true);
            await context.HarnessAsync("ReleaseReadsAsync", stalls.ReleaseReadsAsync).ConfigureAwait(false);
            await OpenResources.CheckAsync(context, open, "a run that was cancelled while it waited for the source").ConfigureAwait(false);
        }
    }

    private static void CheckEnd(ObservedRun run, bool stalledReads = false)
    {
        if (run.Exception is not (null or OperationCanceledException))
            throw LawContext.Broken($"A cancelled run{(stalledReads ? " that waited for the source" : "")} ended in {LawContext.Name(run.Exception)} instead of {nameof(OperationCanceledException)}: {run.Exception.Message}", cause: run.Exception);
    }
}
