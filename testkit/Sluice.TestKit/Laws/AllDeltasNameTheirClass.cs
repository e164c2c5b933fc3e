namespace Sluice.TestKit;

/// <summary>Under <c>__ALL__</c> each delta names the class that its object was written in.</summary>
internal sealed class AllDeltasNameTheirClass : IContractLaw
{
    public string Id => SyncLawIds.Slc106AllDeltasNameTheirClass;

    public bool Concerns(ObjectClass objectClass) => objectClass.IsAll;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var items = await context.Native.CreateAsync(3 * context.Classes.Count).ConfigureAwait(false);
        var position = await context.LatestAsync().ConfigureAwait(false);
        foreach (var item in items.Take(context.Classes.Count))
            await context.Native.ChangeAsync(item).ConfigureAwait(false);
        if (context.SeesDeletes)
        {
            foreach (var item in items.TakeLast(context.Classes.Count))
                await context.Native.DeleteAsync(item).ConfigureAwait(false);
        }

        foreach (var from in new[] { SyncPosition.Beginning, position })
        {
            foreach (var delta in (await context.DrainAsync(from).ConfigureAwait(false)).Deltas)
            {
                if (context.Classes.Contains(delta.ObjectClass)
                    && (context.Native.Objects.Any(item => item.Uid == delta.Uid && item.ObjectClass == delta.ObjectClass) || !context.Native.Objects.Any(item => item.Uid == delta.Uid)))
                {
                    continue;
                }

                context.Story.Add(StoryStepKind.Different, LawContext.Show(delta));
                throw LawContext.Broken($"Under __ALL__ a {delta.Type} delta names the class {delta.ObjectClass}, in which uid '{delta.Uid}' was not written.");
            }
        }
    }
}
