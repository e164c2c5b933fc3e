namespace Sluice.TestKit;

/// <summary>After a run that drained the changes, the position lies behind them: the next run delivers nothing.</summary>
internal sealed class TokenResultWhenDrained : IContractLaw
{
    public string Id => SyncLawIds.Slc201TokenResultWhenDrained;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        foreach (var run in new[] { first, scenario.Whole })
        {
            if (run.Position.Kind != SyncPositionKind.After)
                throw LawContext.Broken($"A run from {run.From} delivered {run.Deltas.Count} changes to the end, and left the position {run.Position}.");
            var next = await context.DrainAsync(run.Position).ConfigureAwait(false);
            var allowed = context.IsImprecise && run.Deltas.Count > 0 ? TrailingGroup(run.Deltas) : 0;
            if (next.Deltas.Count > allowed)
            {
                foreach (var delta in next.Deltas)
                    context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
                throw LawContext.Broken($"A run from {run.From} drained the changes and left the position {run.Position}; a run from there delivered {next.Deltas.Count} changes again.");
            }
        }
    }

    private static int TrailingGroup(IReadOnlyList<SyncDelta> deltas)
    {
        var count = 1;
        while (count < deltas.Count && Scenario.SameGroup(deltas[^(count + 1)].Token, deltas[^1].Token))
            count++;
        return count;
    }
}
