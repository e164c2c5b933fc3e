namespace Sluice.TestKit;

/// <summary>A host that is set back, and gets changes again that it already has, ends at the same state.</summary>
internal sealed class ReplayConverges : IContractLaw
{
    public string Id => SyncLawIds.Slc909ReplayConverges;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        foreach (var item in context.Native.Live.Take(2).ToList())
            await context.Native.ChangeAsync(item).ConfigureAwait(false);
        var now = await context.Native.TruthAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        var tokens = scenario.Deltas.Select(delta => SyncPosition.After(delta.Token)).Prepend(scenario.Start).Prepend(SyncPosition.Beginning).Distinct().ToList();
        foreach (var from in tokens)
        {
            context.Story.Rewind(mark);
            context.Story.Add(StoryStepKind.Note, "the host already holds everything, and is set back");
            var run = await context.DrainAsync(from).ConfigureAwait(false);
            await context.ConvergedAsync(now.Copy().Apply(run.Deltas), $"After a replay from {from}").ConfigureAwait(false);
        }
    }
}
