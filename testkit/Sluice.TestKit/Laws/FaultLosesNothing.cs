namespace Sluice.TestKit;

/// <summary>Wherever the connection to the source breaks, a resumed run delivers the rest.</summary>
internal sealed class FaultLosesNothing : IContractLaw
{
    public string Id => SyncLawIds.Slc911FaultLosesNothing;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var breaks = context.Need<IBreaksConnection>();
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        await Breaks.EverywhereAsync(context, breaks, scenario, async run =>
        {
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            scenario.CheckRest(rest.Deltas, 0, run.Accepted.Count, $"The connection broke after {run.Accepted.Count} accepted changes. A run from {run.Position}");
            await scenario.ConvergedAsync("After a broken connection and a resume", run.Accepted.Concat(rest.Deltas)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
