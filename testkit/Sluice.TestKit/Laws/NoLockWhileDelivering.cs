namespace Sluice.TestKit;

/// <summary>While a delta is being delivered, others can write to the source.</summary>
internal sealed class NoLockWhileDelivering : IContractLaw
{
    public string Id => SyncLawIds.Slc314NoLockWhileDelivering;

    public async Task ProveAsync(LawContext context)
    {
        context.HangSuspect = Id;
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        foreach (var from in new[] { scenario.Start, SyncPosition.Beginning })
        {
            foreach (var at in new[] { 0, scenario.Count / 2 })
            {
                var run = await context.RunAsync(from, async (_, i, _) =>
                {
                    if (i == at)
                        await WriteAsync(context, i).ConfigureAwait(false);
                    return SyncAnswer.Continue;
                }).ConfigureAwait(false);
                if (run.Exception is not null)
                    throw LawContext.Unexpected(run);
            }
        }
    }

    private static async Task WriteAsync(LawContext context, int index)
    {
        context.IsForgiving = true;
        try
        {
            foreach (var objectClass in context.Classes)
                await context.Native.CreateAsync(objectClass).ConfigureAwait(false);
            await context.Native.ChangeAsync(context.Native.Live.First()).ConfigureAwait(false);
            await context.Native.ChangeAsync(context.Native.Live.Last()).ConfigureAwait(false);
        }
        catch (ProofEndedException ended) when (ended.Verdict == LawVerdict.HarnessFault)
        {
            throw context.Remember(LawContext.Broken($"While delta {index + 1} was being delivered, nobody else could write to the source: {ended.Message}", cause: ended));
        }
        finally
        {
            context.IsForgiving = false;
        }
    }
}
