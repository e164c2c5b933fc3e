namespace Sluice.TestKit;

/// <summary>What is open on behalf of the connector, where the harness can count it.</summary>
internal static class OpenResources
{
    public static async Task<int> CountAsync(LawContext context) =>
        context.Has<ICountsOpenResources>(out var counts) ? await context.HarnessAsync("CountOpenAsync", counts.CountOpenAsync).ConfigureAwait(false) : 0;

    public static async Task CheckAsync(LawContext context, int before, string after)
    {
        var open = await CountAsync(context).ConfigureAwait(false);
        if (open > before)
            throw LawContext.Broken($"After {after} {open} resources are open; before there were {before}.");
    }
}
