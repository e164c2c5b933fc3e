namespace Sluice.TestKit;

/// <summary>A run ends, whatever its page size, and pages do not change what it delivers.</summary>
internal sealed class PageAdvances : IContractLaw
{
    public string Id => SyncLawIds.Slc220PageAdvances;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        foreach (var pageSize in new[] { 1, 2, 3, 7 })
        {
            var options = OperationOptions.Default with { PageSize = pageSize };
            var run = await context.DrainAsync(scenario.Start, options).ConfigureAwait(false);
            scenario.CheckRest(run.Deltas, 0, 0, $"A run with pages of {pageSize}");
            var firstInPages = await context.DrainAsync(SyncPosition.Beginning, options).ConfigureAwait(false);
            await context.ConvergedAsync(new Mirror().Apply(firstInPages.Deltas), $"After a first run with pages of {pageSize}", SyncLawIds.Slc902FirstRunIsComplete).ConfigureAwait(false);
            if (firstInPages.Deltas.Count > 2 * first.Deltas.Count)
                throw LawContext.Broken($"A first run with pages of {pageSize} delivered {firstInPages.Deltas.Count} deltas; without, it delivers {first.Deltas.Count}.");
        }

        if (!context.Has<IWritesOutOfScope>(out var outOfScope))
            return;
        var position = await context.LatestAsync().ConfigureAwait(false);
        foreach (var objectClass in context.Classes)
            await context.HarnessAsync("WriteOutOfScopeAsync", c => outOfScope.WriteOutOfScopeAsync(objectClass, 10, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "10 changes out of scope");
        var item = (await context.Native.CreateAsync(1).ConfigureAwait(false))[0];
        foreach (var pageSize in new[] { 1, 3 })
        {
            var run = await context.DrainAsync(position, OperationOptions.Default with { PageSize = pageSize }).ConfigureAwait(false);
            if (!run.Deltas.Any(delta => delta.Uid == item.Uid))
            {
                context.Story.Add(StoryStepKind.Missing, item.ToString());
                throw LawContext.Broken($"With pages of {pageSize}, a run ended at a page that holds only changes out of scope, before the change behind it.");
            }
        }
    }
}
