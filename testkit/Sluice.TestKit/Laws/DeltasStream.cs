namespace Sluice.TestKit;

/// <summary>The first delta of a large backlog comes before all of it was read.</summary>
internal sealed class DeltasStream : IContractLaw
{
    public string Id => SyncLawIds.Slc305DeltasStream;

    public async Task ProveAsync(LawContext context)
    {
        var many = context.Need<IWritesMany>();
        context.HangSuspect = Id;
        var small = await UntilFirstDeltaAsync(context, many, 1000).ConfigureAwait(false);
        var large = await UntilFirstDeltaAsync(context, many, context.Settings.Backlog).ConfigureAwait(false);
        if (large.Reads is { } reads && reads > context.Settings.Backlog / 4)
            throw LawContext.Broken($"Before the first delta of {context.Settings.Backlog} changes was delivered, {reads} were read.");
        if (large.Bytes > (5 * small.Bytes) + 1_000_000)
            throw LawContext.Broken($"Before its first delta, a run through {context.Settings.Backlog} changes more needed {large.Bytes} bytes; one through the first 1000 needed {small.Bytes}. What is needed grows with the backlog.");
    }

    private static async Task<(long? Reads, long Bytes)> UntilFirstDeltaAsync(LawContext context, IWritesMany many, int count)
    {
        var objectClass = context.Classes[0];
        await LargeBacklog.WriteAsync(context, many, objectClass, count).ConfigureAwait(false);
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
