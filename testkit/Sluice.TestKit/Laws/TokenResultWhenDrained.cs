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
            var allowed = context.IsImprecise ? context.Classes.Sum(objectClass => TrailingGroup([.. run.Deltas.Where(delta => delta.ObjectClass == objectClass)])) : 0;

            // A group told again tells its deletes too, of which a first run said nothing.
            if (next.Deltas.Count(delta => !context.IsImprecise || delta.Type != SyncDeltaType.Delete) > allowed)
            {
                foreach (var delta in next.Deltas)
                    context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
                throw LawContext.Broken($"A run from {run.From} drained the changes and left the position {run.Position}; a run from there delivered {next.Deltas.Count} changes again.");
            }
        }
    }

    /// <summary>How many deltas of a class share its last token: over <c>__ALL__</c> each class comes to an end of its own.</summary>
    private static int TrailingGroup(IReadOnlyList<SyncDelta> deltas)
    {
        var count = Math.Min(1, deltas.Count);
        while (count < deltas.Count && Scenario.SameGroup(deltas[^(count + 1)].Token, deltas[^1].Token))
            count++;
        return count;
    }
}
