namespace Sluice.TestKit;

/// <summary>Asking for the latest token changes nothing: neither a run under way, nor what a later one delivers, nor the source.</summary>
internal sealed class LatestTokenIsPure : IContractLaw
{
    public string Id => SyncLawIds.Slc315LatestTokenIsPure;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        var open = await OpenResources.CountAsync(context).ConfigureAwait(false);
        for (var i = 0; i < 3; i++)
            await context.LatestAsync().ConfigureAwait(false);
        await OpenResources.CheckAsync(context, open, "asking for the latest token").ConfigureAwait(false);
        await context.RestartAsync().ConfigureAwait(false);
        await context.LatestAsync().ConfigureAwait(false);
        await AskedDuringAsync(context, scenario).ConfigureAwait(false);
        await scenario.ReadAsync().ConfigureAwait(false);
        await context.ConvergedAsync(new Mirror().Apply((await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false)).Deltas), "After the latest token was asked for, and a first run").ConfigureAwait(false);
    }

    private static async Task AskedDuringAsync(LawContext context, Scenario scenario)
    {
        var run = await context.RunAsync(scenario.Start, async (_, _, _) =>
        {
            await context.LatestAsync().ConfigureAwait(false);
            return SyncAnswer.Continue;
        }).ConfigureAwait(false);
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
        await context.ConvergedDeletesAsideAsync(
            scenario.Baseline.Copy().Apply(run.Deltas).Apply((await context.DrainAsync(run.Position).ConfigureAwait(false)).Deltas),
            "The latest token was asked for at each delta of a run. After it").ConfigureAwait(false);
    }
}
