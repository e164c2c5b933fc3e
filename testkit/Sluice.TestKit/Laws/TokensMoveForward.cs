namespace Sluice.TestKit;

/// <summary>Tokens do not go back within a run, nor behind the one that it started from.</summary>
internal sealed class TokensMoveForward : IContractLaw
{
    public string Id => SyncLawIds.Slc206TokensMoveForward;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        foreach (var run in new[] { await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false), scenario.Whole })
        {
            var seen = new List<SyncToken>();
            foreach (var delta in run.Deltas)
            {
                if (run.From.Token is { } input && SyncToken.TryCompare(delta.Token, input, out var toInput) && toInput < 0)
                    throw LawContext.Broken($"A run from {run.From} delivered uid '{delta.Uid}' with the older token {delta.Token}.");
                if (seen.Count > 0 && SyncToken.TryCompare(delta.Token, seen[^1], out var order) && order < 0)
                    throw LawContext.Broken($"The token went back from {seen[^1]} to {delta.Token} at uid '{delta.Uid}'.");

                // Where tokens have no order, one that comes again after another one went back too.
                if (seen.Count > 0 && delta.Token != seen[^1] && seen.Contains(delta.Token))
                    throw LawContext.Broken($"The token {delta.Token} of uid '{delta.Uid}' was there before {seen[^1]}, and comes again after it.");
                seen.Add(delta.Token);
            }
        }
    }
}
