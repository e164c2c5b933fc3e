namespace Sluice.TestKit;

/// <summary>A token from before a restore, or from another instance, is recognised, or still leads to the truth.</summary>
internal sealed class ForeignToken : IContractLaw
{
    public string Id => SyncLawIds.Slc215ForeignToken;

    public async Task ProveAsync(LawContext context)
    {
        var restores = context.Harness as IRestoresSource;
        var replaces = context.Harness as IReplacesSource;
        if (restores is null && replaces is null)
            context.Need<IRestoresSource>();
        foreach (var writesAfterwards in new[] { 0, 2, 6 })
        {
            if (restores is not null)
                await RestoredAsync(context, restores, writesAfterwards).ConfigureAwait(false);
            if (replaces is not null)
                await ReplacedAsync(context, replaces, writesAfterwards).ConfigureAwait(false);
        }
    }

    private static async Task RestoredAsync(LawContext context, IRestoresSource source, int writesAfterwards)
    {
        await context.Native.CreateAsync(3).ConfigureAwait(false);
        await context.HarnessAsync("BackUpAsync", source.BackUpAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "a copy of the source is kept");
        var forget = context.Native.Remember();
        await context.Native.CreateAsync(4).ConfigureAwait(false);
        var (position, held) = await HoldAsync(context).ConfigureAwait(false);
        await context.HarnessAsync("RestoreAsync", source.RestoreAsync).ConfigureAwait(false);
        forget();
        context.Story.Add(StoryStepKind.Source, "the copy is put in the place of the source: the last 4 changes are gone");
        await context.Native.CreateAsync(writesAfterwards).ConfigureAwait(false);
        await OldPosition.CheckAsync(context, position, held, "from before the source was restored").ConfigureAwait(false);
        await OldPosition.CheckStartAgainAsync(context).ConfigureAwait(false);
    }

    private static async Task ReplacedAsync(LawContext context, IReplacesSource source, int writesAfterwards)
    {
        await context.Native.CreateAsync(3).ConfigureAwait(false);
        var (position, held) = await HoldAsync(context).ConfigureAwait(false);
        await context.HarnessAsync("ReplaceAsync", source.ReplaceAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "another instance with the same objects is put in the place of the source");
        await context.Native.CreateAsync(writesAfterwards).ConfigureAwait(false);
        await OldPosition.CheckAsync(context, position, held, "of another instance of the source").ConfigureAwait(false);
        await OldPosition.CheckStartAgainAsync(context).ConfigureAwait(false);
    }

    private static async Task<(SyncPosition Position, Mirror Held)> HoldAsync(LawContext context)
    {
        var run = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        return (run.Position, new Mirror().Apply(run.Deltas));
    }
}
