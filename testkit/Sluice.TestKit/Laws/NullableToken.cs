namespace Sluice.TestKit;

/// <summary>A run from the beginning works: on an empty source, and on one that holds objects, which it delivers.</summary>
internal sealed class NullableToken : IContractLaw
{
    public string Id => SyncLawIds.Slc211NullableToken;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var latest = await context.LatestAsync().ConfigureAwait(false);
        var empty = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        await context.DrainAsync(latest).ConfigureAwait(false);
        await context.DrainAsync(empty.Position).ConfigureAwait(false);
        await context.Native.CreateAsync(2 * context.Classes.Count).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        if (first.Deltas.Count == 0)
            throw LawContext.Broken($"A run from the beginning delivered nothing, although the source holds {context.Native.Live.Count()} objects: no token means from the beginning, not from now.");
    }
}
