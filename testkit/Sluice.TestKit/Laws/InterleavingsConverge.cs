using System.Globalization;

namespace Sluice.TestKit;

/// <summary>Whatever the order of writes, syncs, stops, faults and restarts: at rest the host holds what the source holds.</summary>
internal sealed class InterleavingsConverge : IContractLaw
{
    public string Id => SyncLawIds.Slc912InterleavingsConverge;

    public async Task ProveAsync(LawContext context)
    {
        var settings = context.Settings;
        var (seed, only, acts) = SeedOf(settings.Seed!);
        var stories = new RandomStories(Kinds(context), seed, context.ObjectClass.Name);
        var began = settings.TimeProvider.GetTimestamp();
        var longest = settings.Profile == ContractProfile.Nightly ? 80 : 24;
        for (var number = only ?? 0; number < (only ?? settings.Stories - 1) + 1; number++)
        {
            if (only is null && settings.TimeProvider.GetElapsedTime(began) > settings.Budget)
                break;

            // Short stories first: many defects need no long ones, and tell themselves better.
            var length = only is null ? Math.Min(longest, 4 + (number / 2)) : acts;
            context.Seed = string.Create(CultureInfo.InvariantCulture, $"{seed}:{number}:{length}");
            var story = stories.Invent(number, length);
            if (await PlayAsync(context, story).ConfigureAwait(false) is { } wrong)
                throw await ShortestAsync(context, story, wrong, began).ConfigureAwait(false);
        }

        context.Seed = seed;
    }

    private static async Task<ProofEndedException> ShortestAsync(LawContext context, IReadOnlyList<StoryAct> story, ProofEndedException wrong, long began)
    {
        // Shortening takes no longer than finding may; whoever gives little time for that wants an answer soon.
        var told = context.Story.Tell();
        var half = context.Settings.LawLimit / 2;
        var patience = context.Settings.Budget + (half < context.Settings.Budget ? half : context.Settings.Budget);
        while (wrong is { Verdict: LawVerdict.Broken, IsHang: false })
        {
            var shorter = false;
            foreach (var candidate in RandomStories.Shorten(story))
            {
                if (context.Settings.TimeProvider.GetElapsedTime(began) > patience)
                    return Told();
                if (await PlayAsync(context, candidate).ConfigureAwait(false) is { Verdict: LawVerdict.Broken } found)
                {
                    (story, wrong, shorter, told) = (candidate, found, true, context.Story.Tell());
                    break;
                }
            }

            if (!shorter)
                break;
        }

        return Told();

        // What was played last went well: the story is that of what went wrong.
        ProofEndedException Told()
        {
            context.Story.Retell(told);
            return wrong;
        }
    }

    private static async Task<ProofEndedException?> PlayAsync(LawContext context, IReadOnlyList<StoryAct> story)
    {
        context.Story.Rewind(0);
        try
        {
            var fresh = await context.OpenAnotherAsync().ConfigureAwait(false);
            await using (fresh.ConfigureAwait(false))
                await new RandomHost(fresh).PlayAsync(story).ConfigureAwait(false);
            return null;
        }
        catch (ProofEndedException ended)
        {
            return ended;
        }
    }

    /// <summary>A seed, or of one story the seed, its number and how many acts it had before it was shortened.</summary>
    private static (string Seed, int? Only, int Acts) SeedOf(string text) =>
        text.Split(':') is [var seed, var number, var acts]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var only)
        && int.TryParse(acts, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? (seed, only, length) : (text, null, 0);

    private static List<(int Weight, StoryActKind Kind)> Kinds(LawContext context)
    {
        var kinds = new List<(int Weight, StoryActKind Kind)>
        {
            (6, StoryActKind.Create),
            (4, StoryActKind.Change),
            (2, StoryActKind.Rename),
            (5, StoryActKind.Sync),
            (5, StoryActKind.SyncAndStop),
            (3, StoryActKind.SyncAndReject),
            (2, StoryActKind.SyncAndThrow),
            (1, StoryActKind.SyncAndCancel),
            (2, StoryActKind.WriteDuringSync),
            (2, StoryActKind.Restart),
            (1, StoryActKind.SetBack),
        };
        if (context.SeesDeletes)
            kinds.AddRange([(3, StoryActKind.Delete), (2, StoryActKind.Recreate)]);
        Where<IWritesTogether>(SyncLawIds.Slc216EqualTokensAtBoundary, (2, StoryActKind.CreateTogether));
        Where<IWritesOutOfScope>(SyncLawIds.Slc908IrrelevantChangesMove, (1, StoryActKind.OutOfScope));
        Where<IHoldsTransactions>(SyncLawIds.Slc907LateCommit, (2, StoryActKind.Hold), (2, StoryActKind.Commit), (1, StoryActKind.Rollback));
        Where<IControlsClock>(SyncLawIds.Slc918ClockMayGoBack, (1, StoryActKind.FreezeClock), (1, StoryActKind.ShiftClock), (1, StoryActKind.ReleaseClock));
        Where<IBreaksConnection>(SyncLawIds.Slc911FaultLosesNothing, (2, StoryActKind.Break));
        return kinds;

        // A law that the connector declares not applicable is not sneaked in by the model.
        void Where<T>(string lawId, params (int Weight, StoryActKind Kind)[] acts)
            where T : class
        {
            if (context.Harness is T && context.Declarations.Find(lawId, context.ObjectClass) is null)
                kinds.AddRange(acts);
        }
    }
}
