namespace Sluice.TestKit;

/// <summary>A sync from the latest token delivers nothing; after the next change it delivers that one, and only it.</summary>
internal sealed class LatestMeansNow : IContractLaw
{
    public string Id => SyncLawIds.Slc901LatestMeansNow;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        await NextChangeAsync(context, "On a source that never had a change").ConfigureAwait(false);
        var items = await context.Native.CreateAsync(3 * context.Classes.Count).ConfigureAwait(false);
        await NextChangeAsync(context, "After some changes").ConfigureAwait(false);
        await context.RestartAsync().ConfigureAwait(false);
        await NextChangeAsync(context, "After a restart").ConfigureAwait(false);
        var latest = await context.LatestAsync().ConfigureAwait(false);
        await context.Native.ChangeAsync(items[0]).ConfigureAwait(false);
        await OnlyAsync(context, latest, items[0], "After a change of a known object").ConfigureAwait(false);
    }

    private static async Task NextChangeAsync(LawContext context, string when)
    {
        var held = await context.Native.TruthAsync().ConfigureAwait(false);
        var latest = await context.LatestAsync().ConfigureAwait(false);
        var idle = await context.DrainAsync(latest).ConfigureAwait(false);
        if (idle.Deltas.Count > 0 && !(context.IsImprecise && Repeats(context, idle, held)))
        {
            foreach (var delta in idle.Deltas)
                context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
            throw LawContext.Broken($"{when}, a sync from the latest token delivered {idle.Deltas.Count} changes that were already there.");
        }

        await OnlyAsync(context, latest, await context.Native.CreateAsync().ConfigureAwait(false), when).ConfigureAwait(false);
    }

    private static async Task OnlyAsync(LawContext context, SyncPosition latest, NativeObject item, string when)
    {
        var run = await context.DrainAsync(latest).ConfigureAwait(false);
        var of = run.Deltas.Where(delta => delta.ObjectClass == item.ObjectClass && delta.Uid == item.Uid).ToList();
        if (of.Count == 0)
        {
            context.Story.Add(StoryStepKind.Missing, item.ToString());
            throw LawContext.Broken($"{when}, a sync from the latest token does not deliver the next change.");
        }

        var truth = await context.Native.TruthAsync().ConfigureAwait(false);
        foreach (var delta in run.Deltas.Except(of))
        {
            if (context.IsImprecise && delta.Object is { } repeated && truth.Objects.TryGetValue((delta.ObjectClass, delta.Uid), out var now) && context.Comparison.Differences(repeated, now).Count == 0)
                continue;
            context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
            throw LawContext.Broken($"{when}, a sync from the latest token delivers more than the next change.");
        }

        if (of[^1].Object is not { } delivered || context.Comparison.Differences(delivered, truth.Objects[(item.ObjectClass, item.Uid)]) is not { Count: > 0 } differences)
            return;
        context.Story.Add(StoryStepKind.Different, $"{item}: {string.Join("; ", differences)}");
        throw LawContext.Broken($"{when}, the next change is delivered with another content than the source holds.");
    }

    private static bool Repeats(LawContext context, ObservedRun idle, Mirror held) =>
        idle.Deltas.Select(delta => delta.Token).Distinct().Count() == 1
        && context.Differences(held.Copy().Apply(idle.Deltas), held).Count == 0;
}
