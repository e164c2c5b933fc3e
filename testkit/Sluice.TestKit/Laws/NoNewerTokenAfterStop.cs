namespace Sluice.TestKit;

/// <summary>After a stop the position is one that was accepted: none of a later delta's, and not the latest.</summary>
internal sealed class NoNewerTokenAfterStop : IContractLaw
{
    public string Id => SyncLawIds.Slc202NoNewerTokenAfterStop;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var latest = await context.LatestAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count - 1; index++)
        {
            foreach (var answer in new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
            {
                context.Story.Rewind(mark);
                var run = await context.StopAtAsync(scenario.Start, index, answer).ConfigureAwait(false);
                if (run.Position == run.From || run.Position.Token is not { } token)
                    continue;
                var accepted = answer == SyncAnswer.AcceptAndStop ? index + 1 : index;
                var isOld = scenario.Deltas.Take(accepted).Any(delta => Scenario.SameGroup(delta.Token, token));
                var isNewer = scenario.Deltas.Skip(accepted).Any(delta => Scenario.SameGroup(delta.Token, token)) || run.Position == latest;
                if (isNewer && !isOld)
                {
                    context.Story.Add(StoryStepKind.Missing, $"{scenario.Count - accepted} changes between the last accepted delta and the position");
                    throw LawContext.Broken($"The handler stopped after {accepted} of {scenario.Count} changes, and the run left the position {run.Position}, which is newer than the last accepted delta's.");
                }
            }
        }
    }
}
