namespace Sluice.TestKit;

/// <summary>Changes that share a position are not torn apart: a stop between them loses none.</summary>
internal sealed class EqualTokensAtBoundary : IContractLaw
{
    public string Id => SyncLawIds.Slc216EqualTokensAtBoundary;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var together = context.Need<IWritesTogether>();
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        await context.Native.CreateTogetherAsync(together, 4).ConfigureAwait(false);
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        await context.Native.CreateTogetherAsync(together, 3).ConfigureAwait(false);
        await scenario.ReadAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        foreach (var pageSize in new int?[] { null, 1, 2, 3 })
        {
            var options = pageSize is null ? null : OperationOptions.Default with { PageSize = pageSize };
            for (var index = 0; index < scenario.Count; index++)
            {
                foreach (var answer in new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
                {
                    context.Story.Rewind(mark);
                    var stop = index;
                    var run = await context.RunAsync(scenario.Start, (_, i, _) => ValueTask.FromResult(i == stop ? answer : SyncAnswer.Continue), options).ConfigureAwait(false);
                    if (run.Exception is not null)
                        throw LawContext.Unexpected(run);
                    var rest = await context.DrainAsync(run.Position, options).ConfigureAwait(false);
                    await scenario.ConvergedTogetherAsync(context, run, rest).ConfigureAwait(false);
                }
            }
        }
    }
}
