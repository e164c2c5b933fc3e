namespace Sluice.TestKit;

/// <summary>Changes that share a tick of the source's clock, or come after it was set back, are delivered.</summary>
internal sealed class ClockMayGoBack : IContractLaw
{
    public string Id => SyncLawIds.Slc918ClockMayGoBack;

    public async Task ProveAsync(LawContext context)
    {
        var clock = context.Need<IControlsClock>();
        await OneTickAsync(context, clock).ConfigureAwait(false);
        await SameTickAfterRunAsync(context, clock).ConfigureAwait(false);
        foreach (var by in new[] { TimeSpan.FromHours(-1), TimeSpan.FromMinutes(5), TimeSpan.FromDays(-2), TimeSpan.FromMilliseconds(-1) })
            await ShiftedAsync(context, clock, by).ConfigureAwait(false);
    }

    private static async Task OneTickAsync(LawContext context, IControlsClock clock)
    {
        await FreezeAsync(context, clock).ConfigureAwait(false);
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await context.HarnessAsync("ShiftClockAsync", c => clock.ShiftClockAsync(TimeSpan.FromSeconds(10), c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "the clock is set forward by 10 s and stands still again");
        await context.Native.CreateAsync(4).ConfigureAwait(false);
        await scenario.ReadAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            context.Story.Rewind(mark);
            var run = await context.StopAtAsync(scenario.Start, index, SyncAnswer.AcceptAndStop).ConfigureAwait(false);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            await scenario.ConvergedTogetherAsync(context, run, rest).ConfigureAwait(false);
        }

        await ReleaseAsync(context, clock).ConfigureAwait(false);
    }

    private static async Task SameTickAfterRunAsync(LawContext context, IControlsClock clock)
    {
        await FreezeAsync(context, clock).ConfigureAwait(false);
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        var mirror = scenario.Baseline.Copy();
        var position = scenario.Start;
        for (var round = 0; round < 3; round++)
        {
            await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
            var run = await context.DrainAsync(position).ConfigureAwait(false);
            await context.ConvergedAsync(mirror.Apply(run.Deltas), "A change in the same tick as the ones of the run before. After a run from its position").ConfigureAwait(false);
            position = run.Position;
        }

        await ReleaseAsync(context, clock).ConfigureAwait(false);
    }

    private static async Task ShiftedAsync(LawContext context, IControlsClock clock, TimeSpan by)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        var before = await context.DrainAsync(scenario.Start).ConfigureAwait(false);
        await context.HarnessAsync("ShiftClockAsync", c => clock.ShiftClockAsync(by, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, $"the clock is set by {by}");
        await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
        var after = await context.DrainAsync(before.Position).ConfigureAwait(false);
        var mirror = scenario.Baseline.Copy().Apply(before.Deltas).Apply(after.Deltas);
        await context.ConvergedAsync(mirror, $"The clock was set by {by} between two runs. After the second").ConfigureAwait(false);
        var latest = await context.LatestAsync().ConfigureAwait(false);
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        mirror.Apply((await context.DrainAsync(latest).ConfigureAwait(false)).Deltas);
        await context.ConvergedAsync(mirror, $"The clock was set by {by}. After a run from the latest token asked for since").ConfigureAwait(false);
    }

    private static async Task FreezeAsync(LawContext context, IControlsClock clock)
    {
        await context.HarnessAsync("FreezeClockAsync", clock.FreezeClockAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "the clock stands still");
    }

    private static async Task ReleaseAsync(LawContext context, IControlsClock clock)
    {
        await context.HarnessAsync("ReleaseClockAsync", clock.ReleaseClockAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "the clock runs again");
    }
}
