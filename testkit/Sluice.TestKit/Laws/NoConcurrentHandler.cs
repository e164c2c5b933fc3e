namespace Sluice.TestKit;

/// <summary>The handler is called for one delta at a time.</summary>
internal sealed class NoConcurrentHandler : IContractLaw
{
    public string Id => SyncLawIds.Slc311NoConcurrentHandler;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        var run = await context.RunAsync(scenario.Start, async (_, _, _) =>
        {
            await Patience.GiveWayAsync().ConfigureAwait(false);
            return SyncAnswer.Continue;
        }).ConfigureAwait(false);
        if (run.ConcurrentCalls > 0)
            throw LawContext.Broken($"The handler was called {run.ConcurrentCalls} times while another call of it was running.");
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
    }
}
