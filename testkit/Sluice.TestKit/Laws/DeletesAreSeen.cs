namespace Sluice.TestKit;

/// <summary>Deletes are delivered, under the uid that the object had, and in order with re-creations.</summary>
internal sealed class DeletesAreSeen : IContractLaw
{
    public string Id => SyncLawIds.Slc905DeletesAreSeen;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        if (context.Declarations.Find(ContractWeakness.NoDeletes, context.ObjectClass) is { } declared)
            LawContext.NotApplicable($"Declared by the connector: {declared.Reason}");
        var native = context.Native;
        var items = await native.CreateAsync(6 * context.Classes.Count).ConfigureAwait(false);
        var start = await context.LatestAsync().ConfigureAwait(false);
        var held = new Mirror().Apply((await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false)).Deltas);
        var known = new[] { items[0], items[2], items[3] }.Select(item => (Item: item, Told: item.ToString())).ToList();
        await native.DeleteAsync(items[0]).ConfigureAwait(false);
        await native.DeleteAsync(items[1]).ConfigureAwait(false);
        await native.RecreateAsync(items[1]).ConfigureAwait(false);
        await native.ChangeAsync(items[2]).ConfigureAwait(false);
        await native.DeleteAsync(items[2]).ConfigureAwait(false);
        await native.DeleteAsync((await native.CreateAsync(1).ConfigureAwait(false))[0]).ConfigureAwait(false);
        await native.DeleteAsync(items[3]).ConfigureAwait(false);
        await native.RecreateAsync(items[3]).ConfigureAwait(false);
        await native.DeleteAsync(items[3]).ConfigureAwait(false);
        if (context.Has<IMovesOutOfScope>(out var moves))
            await native.MoveOutOfScopeAsync(moves, items[4]).ConfigureAwait(false);

        var whole = await context.DrainAsync(start).ConfigureAwait(false);
        await context.ConvergedAsync(held.Copy().Apply(whole.Deltas), "After deletes and re-creations").ConfigureAwait(false);
        foreach (var (item, told) in known)
        {
            if (!whole.Deltas.Any(delta => delta.Type == SyncDeltaType.Delete && delta.ObjectClass == item.ObjectClass && item.Uids.Contains(delta.Uid)))
            {
                context.Story.Add(StoryStepKind.Missing, $"the delete of {told}");
                throw LawContext.Broken($"The delete of {told} was not delivered under its uid.");
            }
        }

        var mark = context.Story.Mark();
        for (var index = 0; index < whole.Deltas.Count; index++)
        {
            context.Story.Rewind(mark);
            var run = await context.StopAtAsync(start, index, SyncAnswer.AcceptAndStop).ConfigureAwait(false);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            await context.ConvergedAsync(held.Copy().Apply(run.Accepted).Apply(rest.Deltas), $"After a stop at delta {index + 1}, among deletes and re-creations, and a resume").ConfigureAwait(false);
        }
    }
}
