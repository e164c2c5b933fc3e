namespace Sluice.TestKit;

/// <summary>A source that changes only out of scope does not make the connector read the same range again and again.</summary>
internal sealed class IrrelevantChangesMove : IContractLaw
{
    private const int Changes = 30;

    public string Id => SyncLawIds.Slc908IrrelevantChangesMove;

    public async Task ProveAsync(LawContext context)
    {
        var outOfScope = context.Need<IWritesOutOfScope>();
        await context.Native.CreateAsync(2 * context.Classes.Count).ConfigureAwait(false);
        var start = (await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false)).Position;
        foreach (var objectClass in context.Classes)
            await context.HarnessAsync("WriteOutOfScopeAsync", c => outOfScope.WriteOutOfScopeAsync(objectClass, Changes, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, $"{Changes} changes out of scope");

        // What shares the newest tick is read again where a token does not tell the changes of one tick apart; what lies behind it is not.
        var isPassed = !context.IsImprecise;
        if (!isPassed && context.Has<IControlsClock>(out var clock))
        {
            isPassed = true;
            await context.HarnessAsync("ShiftClockAsync", c => clock.ShiftClockAsync(TimeSpan.FromHours(1), c)).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Source, "an hour passes");
            await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
        }

        var first = await context.DrainAsync(start).ConfigureAwait(false);
        var counts = context.Has<ICountsReads>(out var ability) ? ability : null;
        var before = counts is null ? 0 : await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false);
        var second = await context.DrainAsync(first.Position).ConfigureAwait(false);
        if (counts is not null)
        {
            var reads = await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false) - before;
            if (reads >= Changes && isPassed)
                throw LawContext.Broken($"After {Changes} changes out of scope and a run, the next run read {reads} of them again: the position {first.Position} did not move over them.");
        }
        else if (first.Position == start)
        {
            if (await context.LatestAsync().ConfigureAwait(false) != start)
                throw LawContext.Broken($"The connector knows a newer position than {start}, and a run over changes out of scope did not move there.");
            context.Need<ICountsReads>();
        }

        if (second.Deltas.Count > context.Classes.Count && !context.IsImprecise)
            throw LawContext.Broken($"A run after changes out of scope delivered {second.Deltas.Count} changes again.");
        var item = await context.Native.CreateAsync().ConfigureAwait(false);
        if (!(await context.DrainAsync(second.Position).ConfigureAwait(false)).Deltas.Any(delta => delta.Uid == item.Uid))
        {
            context.Story.Add(StoryStepKind.Missing, item.ToString());
            throw LawContext.Broken("The change after those out of scope was not delivered.");
        }
    }
}
