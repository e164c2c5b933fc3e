namespace Sluice.TestKit;

/// <summary>Looks at every delta of a first run and of one from the latest token.</summary>
internal static class EachDelta
{
    public static async Task LookAtAsync(LawContext context, Action<SyncDelta, ObservedRun> look)
    {
        var scenario = await Scenario.BeginAsync(context, 4 * context.Classes.Count).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        foreach (var from in new[] { SyncPosition.Beginning, scenario.Start })
        {
            var run = await context.RunAsync(from).ConfigureAwait(false);
            foreach (var delta in run.Deltas)
                look(delta, run);
            if (run.Nulls > 0)
                throw LawContext.Broken($"{run.Nulls} times the handler was given null instead of a delta.", SyncLawIds.Slc409NoNullDelta);
            if (run.Exception is not null)
                throw LawContext.Unexpected(run);
        }
    }
}
