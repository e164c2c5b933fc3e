namespace Sluice.TestKit;

/// <summary>The handler's answer is used: a run that was told to stop does not deliver all the rest.</summary>
internal sealed class UseHandlerAnswer : IContractLaw
{
    public string Id => SyncLawIds.Slc301UseHandlerAnswer;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count - 2; index++)
        {
            foreach (var answer in new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
            {
                context.Story.Rewind(mark);
                var run = await context.StopAtAsync(scenario.Start, index, answer).ConfigureAwait(false);
                if (run.CallsAfterStop >= scenario.Count - index - 1)
                    throw LawContext.Broken($"The handler said stop at delta {index + 1}, and was called for the {run.CallsAfterStop} others all the same: its answer is not used.");
            }
        }
    }
}
