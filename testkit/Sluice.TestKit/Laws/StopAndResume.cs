namespace Sluice.TestKit;

/// <summary>Stopped at any delta and resumed from the returned position, nothing is lost and at most one token group comes again.</summary>
internal sealed class StopAndResume : IContractLaw
{
    public string Id => SyncLawIds.Slc904StopAndResume;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            foreach (var answer in new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
            {
                context.Story.Rewind(mark);
                var run = await context.StopAtAsync(scenario.Start, index, answer).ConfigureAwait(false);
                CheckStart(context, scenario, run, index);
                var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
                await scenario.ConvergedTogetherAsync(context, run, rest).ConfigureAwait(false);
            }
        }

        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        mark = context.Story.Mark();
        for (var index = 0; index < first.Deltas.Count; index++)
        {
            context.Story.Rewind(mark);
            var run = await context.StopAtAsync(SyncPosition.Beginning, index, index % 2 == 0 ? SyncAnswer.AcceptAndStop : SyncAnswer.RejectAndStop).ConfigureAwait(false);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            await context.ConvergedAsync(new Mirror().Apply(run.Accepted).Apply(rest.Deltas), $"A first run was stopped at delta {index + 1} and resumed from {run.Position}. After that").ConfigureAwait(false);
        }
    }

    private static void CheckStart(LawContext context, Scenario scenario, ObservedRun run, int index)
    {
        if (run.Deltas.Count != index + 1 || !run.Deltas.Zip(scenario.Deltas).All(pair => context.Comparison.TellTheSame(pair.First, pair.Second)))
            throw LawContext.Broken($"A run that was stopped at delta {index + 1} delivered {run.Deltas.Count} deltas, others or in another order than a whole run, although nothing changed in between.");
    }
}
