namespace Sluice.TestKit;

/// <summary>The latest token moves with the changes, and is read without reading the changes.</summary>
internal sealed class LatestTokenIsLatest : IContractLaw
{
    private const int Many = 40;

    public string Id => SyncLawIds.Slc217LatestTokenIsLatest;

    public async Task ProveAsync(LawContext context)
    {
        var seen = new List<SyncPosition> { await context.LatestAsync().ConfigureAwait(false) };
        for (var round = 0; round < 3; round++)
        {
            var created = await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
            var latest = await context.LatestAsync().ConfigureAwait(false);
            if (latest.Kind != SyncPositionKind.After)
                throw LawContext.Broken($"The source has objects, and its latest token is {latest}.");
            if (seen.Contains(latest) && !(context.IsImprecise && await AreDeliveredAsync(context, latest, created).ConfigureAwait(false)))
                throw LawContext.Broken($"The latest token is {latest} before and after a change.");
            seen.Add(latest);
        }

        if (!context.Has<ICountsReads>(out var counts))
            return;
        await context.Native.CreateAsync(Many).ConfigureAwait(false);
        var before = await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false);
        await context.LatestAsync().ConfigureAwait(false);
        var reads = await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false) - before;
        if (reads >= Many)
            throw LawContext.Broken($"Asking for the latest token read {reads} changes of the source, as many as a run through it: it is obtained by running the sync.");
    }

    /// <summary>A token that does not tell the changes of one tick apart may stay the same, as long as a run from it delivers the newest.</summary>
    private static async Task<bool> AreDeliveredAsync(LawContext context, SyncPosition latest, IReadOnlyList<NativeObject> created)
    {
        var run = await context.DrainAsync(latest).ConfigureAwait(false);
        return created.All(item => run.Deltas.Any(delta => delta.ObjectClass == item.ObjectClass && delta.Uid == item.Uid));
    }
}
