namespace Sluice.TestKit;

/// <summary>A first run leads to exactly what the source holds.</summary>
internal sealed class FirstRunIsComplete : IContractLaw
{
    // More than two of a common server's pages would be 2500; the laws about large backlogs do that.
    private const int Objects = 25;

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
    }
}
