namespace Sluice.TestKit;

/// <summary>The position after a run is not older than its last delta, nor than its start; an idle run does not set it back either.</summary>
internal sealed class FinalTokenNotOlder : IContractLaw
{
    public string Id => SyncLawIds.Slc207FinalTokenNotOlder;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        Check(scenario.Whole);
        var position = await context.LatestAsync().ConfigureAwait(false);
        for (var round = 1; round <= 3; round++)
        {
            var idle = await context.DrainAsync(position).ConfigureAwait(false);
            Check(idle);
            if (idle.Position.Kind != SyncPositionKind.After)
                throw LawContext.Broken($"An idle run from {position} set the position back to {idle.Position}.");
            if (idle.Deltas.Count > scenario.Repeatable() && round > 1)
            {
                foreach (var delta in idle.Deltas)
                    context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
                throw LawContext.Broken($"An idle run set the position back to {position}: the run after it delivered {idle.Deltas.Count} changes again.");
            }

            position = idle.Position;
        }
    }

    private static void Check(ObservedRun run)
    {
        if (run.Position.Token is not { } final)
            return;
        if (run.From.Token is { } input && SyncToken.TryCompare(final, input, out var toInput) && toInput < 0)
            throw LawContext.Broken($"A run from {run.From} left the older position {run.Position}.");
        if (run.Deltas is [.., var last] && SyncToken.TryCompare(final, last.Token, out var toLast) && toLast < 0)
            throw LawContext.Broken($"A run whose last delta has the token {last.Token} left the older position {run.Position}.");
    }
}
