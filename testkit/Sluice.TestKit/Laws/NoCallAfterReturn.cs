namespace Sluice.TestKit;

/// <summary>When the operation has returned, no call of the handler is running and none comes.</summary>
internal sealed class NoCallAfterReturn : IContractLaw
{
    public string Id => SyncLawIds.Slc312NoCallAfterReturn;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        var run = await context.RunAsync(scenario.Start, async (_, _, _) =>
        {
            await Patience.GiveWayAsync().ConfigureAwait(false);
            return SyncAnswer.Continue;
        }).ConfigureAwait(false);
        if (run.ReturnedDuringCall)
            throw LawContext.Broken("The operation returned while a call of the handler was still running: it was not awaited.", cause: run.Exception);
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);

        // What was not delivered by now may be on its way; only then is there something to wait for.
        var mirror = scenario.Baseline.Copy().Apply(run.Deltas);
        if (context.Differences(mirror, await context.Native.TruthAsync().ConfigureAwait(false)).Count > 0)
            await Task.WhenAny(run.Late, Task.Delay(context.Settings.StepLimit / 10, context.Settings.TimeProvider, context.Cancellation)).ConfigureAwait(false);
        if (run.CallsAfterReturn > 0)
            throw LawContext.Broken($"The handler was called after the operation had returned, {run.CallsAfterReturn} times so far.");
    }
}
