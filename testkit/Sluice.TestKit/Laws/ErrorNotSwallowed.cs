namespace Sluice.TestKit;

/// <summary>A run that could not read a record, or lost its connection, does not end well with its position behind what it left out.</summary>
internal sealed class ErrorNotSwallowed : IContractLaw
{
    public string Id => SyncLawIds.Slc313ErrorNotSwallowed;

    public async Task ProveAsync(LawContext context)
    {
        var corrupts = context.Harness as ICorruptsRecords;
        var breaks = context.Harness as IBreaksConnection;
        if (corrupts is null && breaks is null)
            context.Need<ICorruptsRecords>();
        if (corrupts is not null)
            await DamagedRecordAsync(context, corrupts).ConfigureAwait(false);
        if (breaks is not null)
            await BrokenConnectionAsync(context, breaks).ConfigureAwait(false);
    }

    private static async Task DamagedRecordAsync(LawContext context, ICorruptsRecords corrupts)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        var items = await context.Native.CreateAsync(3 * context.Classes.Count).ConfigureAwait(false);
        var damaged = items[items.Count / 2];
        await context.HarnessAsync("CorruptAsync", c => corrupts.CorruptAsync(damaged.ObjectClass, damaged.Uid, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, $"the record of {damaged} is damaged");
        foreach (var from in new[] { scenario.Start, SyncPosition.Beginning })
        {
            var mark = context.Story.Mark();
            var run = await context.RunAsync(from).ConfigureAwait(false);
            await context.HarnessAsync("MendAsync", corrupts.MendAsync).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Source, "the record is mended");
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            var mirror = from.Kind == SyncPositionKind.Beginning ? new Mirror() : scenario.Baseline.Copy();
            await context.ConvergedAsync(
                mirror.Apply(run.Accepted).Apply(rest.Deltas),
                $"A record could not be read; the run {(run.Exception is null ? "ended as if all were well" : $"threw {LawContext.Name(run.Exception)}")} and left the position {run.Position}. After a run from there").ConfigureAwait(false);
            context.Story.Rewind(mark);
            await context.HarnessAsync("CorruptAsync", c => corrupts.CorruptAsync(damaged.ObjectClass, damaged.Uid, c)).ConfigureAwait(false);
        }

        await context.HarnessAsync("MendAsync", corrupts.MendAsync).ConfigureAwait(false);
    }

    private static async Task BrokenConnectionAsync(LawContext context, IBreaksConnection breaks)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        await Breaks.EverywhereAsync(context, breaks, scenario, async run =>
        {
            if (run.Exception is null)
            {
                var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
                await scenario.ConvergedAsync("The connection broke, and the run ended as if all were well. After a run from its position", run.Accepted.Concat(rest.Deltas)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }
}
