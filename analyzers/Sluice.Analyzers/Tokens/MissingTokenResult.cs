using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC201: a path that drained the changes ends without a token result.</summary>
internal sealed class MissingTokenResult : IFlowRule
{
    public DiagnosticDescriptor Descriptor { get; } = LawRule.Create(
        SyncLawIds.Slc201TokenResultWhenDrained,
        DiagnosticSeverity.Warning,
        "'{0}' ends here without a token result, so the next run reads the same range again; call HandleResult on '{1}' with the position that was reached");

    public IEnumerable<Diagnostic> Check(FlowFacts facts)
    {
        if (!facts.KnowsTokenResults)
            return [];

        var places = Places(facts, static run => !run.Partial);
        // Where no token result is there at all, the ends that may be reached with changes left are the only ones to name.
        if (places.Length == 0 && facts.Results.Count == 0)
            places = Places(facts, static _ => true);
        var parameter = facts.Handler.Locations.Where(static location => location.IsInSource).ToArray();
        return places.Select(place => Diagnostic.Create(
            Descriptor,
            place.End.GetLocation(),
            parameter,
            MissingTokenResultFacts.Of(facts, place.End, place.NothingDelivered, isOnlyEnd: places.Length == 1),
            facts.Method.Name,
            facts.Handler.Name));
    }

    private static (SyntaxToken End, bool NothingDelivered)[] Places(FlowFacts facts, Func<RunState, bool> counts)
    {
        if (facts.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
            return [];
        return [.. facts.Exits
            .Select(exit => (exit.Key, Runs: exit.Value.Where(run => IsMissing(run) && counts(run)).ToArray()))
            .Where(static exit => exit.Runs.Length > 0)
            .GroupBy(exit => ExitPlace.Of(exit.Key, declaration), static (end, exits) => (End: end, NothingDelivered: exits.All(static exit => exit.Runs.All(static run => run.Answer == AnswerState.None))))
            .OrderBy(static place => place.End.SpanStart)];
    }

    private static bool IsMissing(RunState run)
        => run is { Result: ResultState.None, Answer: AnswerState.None or AnswerState.Continue, TakesToken: not false, Interrupted: false };
}
