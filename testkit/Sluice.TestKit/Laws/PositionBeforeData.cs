namespace Sluice.TestKit;

/// <summary>What changes while a run goes on is delivered by it or by the next one.</summary>
internal sealed class PositionBeforeData : IContractLaw
{
    public string Id => SyncLawIds.Slc218PositionBeforeData;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        var changes = scenario.Count;
        for (var index = 0; index < changes; index++)
        {
            context.Story.Rewind(mark);
            var at = index;
            var run = await context.RunAsync(scenario.Start, async (_, i, _) =>
            {
                if (i == at)
                    await WriteAsync(context).ConfigureAwait(false);
                return SyncAnswer.Continue;
            }).ConfigureAwait(false);
            if (run.Exception is not null)
                throw LawContext.Unexpected(run);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            await context.ConvergedAsync(
                scenario.Baseline.Copy().Apply(run.Deltas).Apply(rest.Deltas),
                $"Changes were written while delta {at + 1} was being delivered. After that run and the next one").ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(LawContext context)
    {
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        await context.Native.ChangeAsync(context.Native.Live.First()).ConfigureAwait(false);

        // One that the run has not delivered yet vanishes under its hands.
        if (context.SeesDeletes)
            await context.Native.DeleteAsync(context.Native.Live.SkipLast(1).Last()).ConfigureAwait(false);
    }
}
