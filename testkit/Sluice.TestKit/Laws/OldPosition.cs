namespace Sluice.TestKit;

/// <summary>What a connector may do with a position that its source does not know any more: say so, or get it right all the same.</summary>
internal static class OldPosition
{
    public static async Task CheckAsync(LawContext context, SyncPosition position, Mirror held, string what)
    {
        var run = await context.RunAsync(position).ConfigureAwait(false);
        switch (run.Exception)
        {
            case SyncTokenExpiredException:
                return;
            case null:
                await context.ConvergedAsync(held.Copy().Apply(run.Accepted), $"After a run from a token {what}, which ended as if all were well").ConfigureAwait(false);
                return;
            default:
                throw LawContext.Broken($"A run from a token {what} threw {LawContext.Name(run.Exception)} instead of {nameof(SyncTokenExpiredException)}: {run.Exception.Message}", cause: run.Exception);
        }
    }

    /// <summary>A new start works, and what comes after it is seen.</summary>
    public static async Task CheckStartAgainAsync(LawContext context)
    {
        var again = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        var mirror = new Mirror().Apply(again.Deltas);
        await context.ConvergedAsync(mirror, "After a new start from the beginning").ConfigureAwait(false);
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        mirror.Apply((await context.DrainAsync(again.Position).ConfigureAwait(false)).Deltas);
        await context.ConvergedAsync(mirror, "After a new start and the next change").ConfigureAwait(false);
    }
}
