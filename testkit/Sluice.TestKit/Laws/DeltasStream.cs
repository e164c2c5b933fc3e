namespace Sluice.TestKit;

/// <summary>The first delta of a large backlog comes before all of it was read.</summary>
internal sealed class DeltasStream : IContractLaw
{
    private const int Few = 1000;
    private const int Noise = 1_000_000;

    public string Id => SyncLawIds.Slc305DeltasStream;

    public async Task ProveAsync(LawContext context)
    {
        var many = context.Need<IWritesMany>();
        context.HangSuspect = Id;
        var objectClass = context.Classes[0];
        var backlog = context.Settings.Backlog;
        await LargeBacklog.WriteAsync(context, many, objectClass, Few).ConfigureAwait(false);
        var small = await UntilFirstDeltaAsync(context).ConfigureAwait(false);
        await LargeBacklog.WriteAsync(context, many, objectClass, backlog).ConfigureAwait(false);
        var allowed = (5 * small.Bytes) + Noise;

        // Other work of the process disturbs a measurement; a connector that reads everything does so every time.
        var large = await UntilFirstDeltaAsync(context).ConfigureAwait(false);
        for (var attempt = 1; attempt < 3 && large.Bytes > allowed; attempt++)
        {
            var again = await UntilFirstDeltaAsync(context).ConfigureAwait(false);
            large = again.Bytes < large.Bytes ? again : large;
        }

        if (large.Reads is { } reads && reads > backlog / 4)
            throw LawContext.Broken($"Before the first delta of {backlog} changes was delivered, {reads} were read.");
        if (large.Bytes > allowed)
            throw LawContext.Broken($"Before its first delta, a run through {backlog} changes more needed {large.Bytes} bytes; one through the first {Few} needed {small.Bytes}. What is needed grows with the backlog.");
    }

    private static async Task<(long? Reads, long Bytes)> UntilFirstDeltaAsync(LawContext context)
    {
        var counts = context.Has<ICountsReads>(out var ability) ? ability : null;
        long? before = counts is null ? null : await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false);
        var bytes = 0L;
        var began = GC.GetTotalAllocatedBytes(precise: false);
        var run = await context.RunAsync(
            SyncPosition.Beginning,
            (_, _, _) =>
            {
                bytes = GC.GetTotalAllocatedBytes(precise: false) - began;
                return ValueTask.FromResult(SyncAnswer.AcceptAndStop);
            },
            keeps: false,
            limit: context.Settings.LawLimit).ConfigureAwait(false);
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
        return (counts is null ? null : await context.HarnessAsync("CountReadsAsync", counts.CountReadsAsync).ConfigureAwait(false) - before, bytes);
    }
}
