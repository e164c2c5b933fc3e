namespace Sluice.TestKit;

/// <summary>The latest token, the tokens of deltas and the position after a run are of one type.</summary>
internal sealed class OneTokenType : IContractLaw
{
    public string Id => SyncLawIds.Slc208OneTokenType;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var kinds = new Dictionary<SyncTokenKind, string>();
        Note(scenario.Start, "the latest token");
        Note(await context.LatestAsync().ConfigureAwait(false), "the latest token");
        foreach (var run in new[] { await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false), scenario.Whole })
        {
            foreach (var delta in run.Deltas)
                Note(SyncPosition.After(delta.Token), $"the token of a delta from {run.From}");
            Note(run.Position, $"the position after a run from {run.From}");
        }

        void Note(SyncPosition position, string what)
        {
            if (position.Token is not { } token)
                return;
            kinds.TryAdd(token.Kind, what);
            if (kinds.Count > 1)
                throw LawContext.Broken($"Tokens are of several types: {string.Join(", ", kinds.Select(kind => $"{kind.Value} is {kind.Key}"))}.");
        }
    }
}
