namespace Sluice.TestKit;

/// <summary>A rename is one change of one object: where the uid changes with it, the delta tells the previous one.</summary>
internal sealed class RenameIsOneDelta : IContractLaw
{
    public string Id => SyncLawIds.Slc906RenameIsOneDelta;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var native = context.Native;
        var items = await native.CreateAsync(3 * context.Classes.Count).ConfigureAwait(false);
        var start = await context.LatestAsync().ConfigureAwait(false);
        var held = new Mirror().Apply((await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false)).Deltas);
        var previous = items[0].Uid;
        await native.RenameAsync(items[0]).ConfigureAwait(false);
        var run = await context.DrainAsync(start).ConfigureAwait(false);
        Check(context, run.Deltas, items[0], previous);
        await context.ConvergedAsync(held.Copy().Apply(run.Deltas), "After a rename").ConfigureAwait(false);

        await native.ChangeAsync(items[0]).ConfigureAwait(false);
        await native.RenameAsync(items[1]).ConfigureAwait(false);
        await native.CreateAsync(1).ConfigureAwait(false);
        var whole = await context.DrainAsync(start).ConfigureAwait(false);
        await context.ConvergedAsync(held.Copy().Apply(whole.Deltas), "After renames and changes").ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < whole.Deltas.Count; index++)
        {
            context.Story.Rewind(mark);
            var stopped = await context.StopAtAsync(start, index, SyncAnswer.AcceptAndStop).ConfigureAwait(false);
            var rest = await context.DrainAsync(stopped.Position).ConfigureAwait(false);
            await context.ConvergedAsync(held.Copy().Apply(stopped.Accepted).Apply(rest.Deltas), $"After a stop at delta {index + 1}, among renames, and a resume").ConfigureAwait(false);
        }
    }

    private static void Check(LawContext context, IReadOnlyList<SyncDelta> deltas, NativeObject item, Uid previous)
    {
        var of = deltas.Where(delta => delta.ObjectClass == item.ObjectClass && (delta.Uid == item.Uid || delta.Uid == previous)).ToList();
        if (of.Count == 0)
        {
            context.Story.Add(StoryStepKind.Missing, $"the rename of {item}");
            throw LawContext.Broken("A rename was not delivered.");
        }

        if (item.Uid == previous)
        {
            if (of.Exists(delta => delta.Type == SyncDeltaType.Delete))
                throw LawContext.Broken($"A rename that leaves the uid '{previous}' as it is was told with a delete.");
        }
        else if (context.RenamesInTwo)
        {
            if (of.FindIndex(delta => delta.Uid == previous && delta.Type == SyncDeltaType.Delete) is var delete && (delete < 0 || delete > of.FindIndex(delta => delta.Uid == item.Uid)))
                throw LawContext.Broken($"The change of uid '{previous}' to '{item.Uid}' was not told as a delete and then a creation, as declared.");
        }
        else if (of.Exists(delta => delta.Type == SyncDeltaType.Delete) || of[0].PreviousUid != previous)
        {
            throw LawContext.Broken($"The change of uid '{previous}' to '{item.Uid}' was told as {string.Join(", then ", of.Select(LawContext.Show))}; it is one delta with the previous uid.");
        }
    }
}
