namespace Sluice.TestKit;

/// <summary>Every delta carries a token from which a sync can go on: not empty, and not simply the one that the run started from.</summary>
internal sealed class DeltaCarriesToken : IContractLaw
{
    public string Id => SyncLawIds.Slc205DeltaCarriesToken;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        foreach (var run in new[] { first, scenario.Whole })
        {
            foreach (var delta in run.Deltas)
            {
                if (delta.Token.IsDefault || delta.Token.IsEmpty)
                    throw LawContext.Broken($"The delta of uid '{delta.Uid}' carries an empty token, from which no sync can go on.");
                if (!context.IsImprecise && run.From.Token is { } input && input == delta.Token)
                    throw LawContext.Broken($"The delta of uid '{delta.Uid}' carries the token that the run started from, {input}: a sync from it would deliver the same again.");
            }
        }

        var mark = context.Story.Mark();
        foreach (var token in first.Deltas.Concat(scenario.Deltas).Select(delta => delta.Token).Distinct())
        {
            context.Story.Rewind(mark);
            await context.DrainAsync(SyncPosition.After(token)).ConfigureAwait(false);
        }

        // An idle run from the newest position is one too.
        await context.DrainAsync(await context.LatestAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }
}
