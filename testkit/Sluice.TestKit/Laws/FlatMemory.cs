namespace Sluice.TestKit;

/// <summary>What a run holds in memory does not grow with the number of changes.</summary>
internal sealed class FlatMemory : IContractLaw
{
    // An object delivered is a few hundred bytes; a run that keeps a tenth of them is found out.
    private const int BytesPerChange = 40;
    private const int Noise = 1_000_000;

    public string Id => SyncLawIds.Slc915FlatMemory;

    public async Task ProveAsync(LawContext context)
    {
        var many = context.Need<IWritesMany>();
        context.HangSuspect = Id;
        var count = context.Settings.Backlog;
        context.Flood = 2 * count;
        foreach (var objectClass in context.Classes)
            await LargeBacklog.WriteAsync(context, many, objectClass, count / context.Classes.Count).ConfigureAwait(false);

        // Other work of the process disturbs a measurement; a connector that holds everything does so every time.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 3 && least > Allowed(count); attempt++)
            least = Math.Min(least, await GrowthAsync(context, count).ConfigureAwait(false));
        if (least > Allowed(count))
            throw LawContext.Broken($"In a run through {count} changes the memory held grew by {least} bytes, {least / count} for each change: the run holds them.");
    }

    private static long Allowed(int count) => Noise + ((long)count * BytesPerChange);

    private static async Task<long> GrowthAsync(LawContext context, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, delivered) = (before, 0);
        var run = await context.RunAsync(
            SyncPosition.Beginning,
            (_, index, _) =>
            {
                delivered++;
                if (index == count / 10 || index == count / 2 || index == count - (count / 10))
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                return ValueTask.FromResult(SyncAnswer.Continue);
            },
            keeps: false,
            limit: context.Settings.LawLimit).ConfigureAwait(false);
        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
        if (delivered < count - (count / 10))
            throw LawContext.Broken($"A run from the beginning delivered {delivered} of {count} new objects.", SyncLawIds.Slc902FirstRunIsComplete);
        return most - before;
    }
}
