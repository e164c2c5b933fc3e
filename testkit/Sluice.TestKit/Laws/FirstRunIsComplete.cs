namespace Sluice.TestKit;

/// <summary>A first run leads to exactly what the source holds.</summary>
internal sealed class FirstRunIsComplete : IContractLaw
{
    private const int Objects = 25;

    // Two and a half of the pages that common servers give at most.
    private const int ManyObjects = 2500;

    public string Id => SyncLawIds.Slc902FirstRunIsComplete;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var items = await context.Native.CreateAsync(Objects).ConfigureAwait(false);
        await context.Native.ChangeAsync(items[0]).ConfigureAwait(false);
        await context.Native.RenameAsync(items[1]).ConfigureAwait(false);
        if (context.SeesDeletes)
        {
            await context.Native.DeleteAsync(items[2]).ConfigureAwait(false);
            await context.Native.DeleteAsync(items[3]).ConfigureAwait(false);
            await context.Native.RecreateAsync(items[3]).ConfigureAwait(false);
        }

        await context.Native.DeleteAsync(items[Objects - 1]).ConfigureAwait(false);
        var run = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        await context.ConvergedAsync(new Mirror().Apply(run.Deltas), "After a first run").ConfigureAwait(false);
        if (context.Face == Face.Untyped && context.Has<IWritesMany>(out var many))
            await ManyAsync(context, many).ConfigureAwait(false);
    }

    private static async Task ManyAsync(LawContext context, IWritesMany many)
    {
        foreach (var objectClass in context.Classes)
            await LargeBacklog.WriteAsync(context, many, objectClass, ManyObjects).ConfigureAwait(false);
        var expected = (context.Classes.Count * ManyObjects) + context.Native.Live.Count();
        context.Flood = Math.Max(context.Flood, 2 * expected);
        var uids = new HashSet<(ObjectClass Class, Uid Uid)>();
        var run = await context.RunAsync(
            SyncPosition.Beginning,
            (delta, _, _) =>
            {
                uids.Add((delta.ObjectClass, delta.Uid));
                return ValueTask.FromResult(SyncAnswer.Continue);
            },
            keeps: false,
            limit: context.Settings.LawLimit).ConfigureAwait(false);
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
        if (uids.Count < expected)
            throw LawContext.Broken($"A first run delivered {uids.Count} of {expected} objects: it ends at some limit of the source.");
    }
}
