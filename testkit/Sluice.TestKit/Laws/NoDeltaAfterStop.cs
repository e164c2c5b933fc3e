namespace Sluice.TestKit;

/// <summary>After stop the handler is not called again, with pages of any size.</summary>
internal sealed class NoDeltaAfterStop : IContractLaw
{
    public string Id => SyncLawIds.Slc302NoDeltaAfterStop;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        var mark = context.Story.Mark();
        foreach (var (from, count) in new[] { (scenario.Start, scenario.Count), (SyncPosition.Beginning, first.Deltas.Count) })
        {
            foreach (var pageSize in new int?[] { null, 1, 2, 3 })
            {
                for (var index = 0; index < count; index++)
                {
                    foreach (var answer in new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
                    {
                        context.Story.Rewind(mark);
                        var stop = index;
                        var run = await context.RunAsync(
                            from,
                            (_, i, _) => ValueTask.FromResult(i == stop ? answer : SyncAnswer.Continue),
                            pageSize is null ? null : OperationOptions.Default with { PageSize = pageSize }).ConfigureAwait(false);
                        if (run.CallsAfterStop > 0)
                            throw LawContext.Broken($"The handler said stop at delta {index + 1} and was called {run.CallsAfterStop} times more.", cause: run.Exception);
                        if (run.Exception is not null)
                            throw LawContext.Unexpected(run);
                    }
                }
            }
        }
    }
}
