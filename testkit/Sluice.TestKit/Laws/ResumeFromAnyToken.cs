namespace Sluice.TestKit;

/// <summary>A run from any delta's token delivers exactly what followed that delta's group.</summary>
internal sealed class ResumeFromAnyToken : IContractLaw
{
    public string Id => SyncLawIds.Slc903ResumeFromAnyToken;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            context.Story.Rewind(mark);
            var rest = await context.DrainAsync(SyncPosition.After(scenario.Deltas[index].Token)).ConfigureAwait(false);
            scenario.CheckRest(
                rest.Deltas,
                context.IsImprecise ? scenario.GroupStart(index) : scenario.GroupEnd(index),
                scenario.GroupEnd(index),
                $"A run from the token of delta {index + 1} of {scenario.Count} ({scenario.Deltas[index].Token})");
        }

        // A first run's tokens are tokens too.
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        mark = context.Story.Mark();
        for (var index = 0; index < first.Deltas.Count; index++)
        {
            if (index + 1 < first.Deltas.Count && Scenario.SameGroup(first.Deltas[index].Token, first.Deltas[index + 1].Token))
                continue;
            context.Story.Rewind(mark);
            var rest = await context.DrainAsync(SyncPosition.After(first.Deltas[index].Token)).ConfigureAwait(false);
            await context.ConvergedAsync(
                new Mirror().Apply(first.Deltas.Take(index + 1)).Apply(rest.Deltas),
                $"A first run was left after delta {index + 1} of {first.Deltas.Count}. After a run from its token").ConfigureAwait(false);
        }
    }
}
