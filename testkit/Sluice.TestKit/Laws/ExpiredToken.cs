namespace Sluice.TestKit;

/// <summary>A token whose changes the source has forgotten is refused as expired, or still leads to the truth; never to silent loss.</summary>
internal sealed class ExpiredToken : IContractLaw
{
    public string Id => SyncLawIds.Slc214ExpiredToken;

    public async Task ProveAsync(LawContext context)
    {
        var trims = context.Need<ITrimsChangeLog>();
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        await context.HarnessAsync("TrimAsync", trims.TrimAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, "the source forgets every change so far");
        await context.Native.CreateAsync(1).ConfigureAwait(false);
        await OldPosition.CheckAsync(context, scenario.Start, scenario.Baseline, "whose changes the source has forgotten").ConfigureAwait(false);
        await OldPosition.CheckStartAgainAsync(context).ConfigureAwait(false);
    }
}
