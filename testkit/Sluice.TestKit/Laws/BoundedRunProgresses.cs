using System.Globalization;

namespace Sluice.TestKit;

/// <summary>A host that takes a few changes at a time gets to the end.</summary>
internal sealed class BoundedRunProgresses : IContractLaw
{
    public string Id => SyncLawIds.Slc219BoundedRunProgresses;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        foreach (var start in new[] { scenario.Start, SyncPosition.Beginning })
        {
            var whole = await context.DrainAsync(start).ConfigureAwait(false);
            var bound = Bound(context, whole.Deltas);
            var mirror = start.Kind == SyncPositionKind.Beginning ? new Mirror() : scenario.Baseline.Copy();
            var (position, rounds) = (start, 0);
            var mark = context.Story.Mark();
            while (true)
            {
                if (rounds++ > whole.Deltas.Count + 2)
                    throw LawContext.Broken(string.Create(CultureInfo.InvariantCulture, $"Taking {bound} changes at a time, {whole.Deltas.Count} changes did not end within {rounds} runs."));
                var run = await context.StopAtAsync(position, bound - 1, SyncAnswer.AcceptAndStop).ConfigureAwait(false);
                mirror.Apply(run.Accepted);
                if (run.Drained)
                    break;
                if (run.Position == position)
                    throw LawContext.Broken(string.Create(CultureInfo.InvariantCulture, $"A run accepted {bound} changes, at least one whole token group, and left the position where it was ({position}): a bounded host never gets beyond it."));
                position = run.Position;
                context.Story.Rewind(mark);
            }

            await context.ConvergedAsync(mirror, $"After bounded runs from {start}").ConfigureAwait(false);
        }
    }

    /// <summary>The least that makes progress under the promises of the connector: a whole token group, and one delta of the next to see its end.</summary>
    private static int Bound(LawContext context, IReadOnlyList<SyncDelta> deltas)
    {
        var (largest, current) = (1, 0);
        for (var i = 0; i < deltas.Count; i++)
        {
            current = i > 0 && Scenario.SameGroup(deltas[i - 1].Token, deltas[i].Token) ? current + 1 : 1;
            largest = Math.Max(largest, current);
        }

        return largest == 1 && !context.IsImprecise ? 1 : context.IsImprecise ? (2 * largest) + 1 : largest + 1;
    }
}
