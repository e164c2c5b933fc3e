namespace Sluice.TestKit;

/// <summary>A run that was stopped, or whose handler threw, leaves nothing open.</summary>
internal sealed class IteratorCloses : IContractLaw
{
    public string Id => SyncLawIds.Slc309IteratorCloses;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        context.Need<ICountsOpenResources>();
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var before = await OpenResources.CountAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            foreach (var end in new[] { "a stop", "a rejected delta", "an exception of the handler" })
            {
                context.Story.Rewind(mark);
                var at = index;
                await context.RunAsync(scenario.Start, (_, i, _) => ValueTask.FromResult((i == at, end) switch
                {
                    (false, _) => SyncAnswer.Continue,
                    (_, "a stop") => SyncAnswer.AcceptAndStop,
                    (_, "a rejected delta") => SyncAnswer.RejectAndStop,
                    _ => throw new InvalidOperationException("The handler failed."),
                })).ConfigureAwait(false);
                await OpenResources.CheckAsync(context, before, $"{end} at delta {index + 1}").ConfigureAwait(false);
            }
        }
    }
}
