using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC201: a path that drained the changes ends without a token result.</summary>
internal sealed class MissingTokenResult : IFlowRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc201TokenResultWhenDrained,
        DiagnosticSeverity.Warning,
        "'{0}' ends here without a token result, so the next run reads the same range again; call HandleResult on '{1}' with the position that was reached");

    public IEnumerable<Diagnostic> Check(FlowFacts facts)
    {
        if (!facts.KnowsTokenResults)
            return [];

        var places = HasAlternatives(facts) ? [] : Places(facts, static run => !run.Partial && HasAsked(run));
        // Where no token result is there at all, the ends that may be reached with changes left are the only ones to name.
        if (places.Length == 0 && facts.Results.Count == 0)
            places = Places(facts, static _ => true);
        var parameter = facts.Handler.Locations.Where(static location => location.IsInSource).ToArray();
        return places.Select(place => Diagnostic.Create(
            Rule,
            place.End.GetLocation(),
            parameter,
            MissingTokenResultFacts.Of(facts, place.End, place.NothingDelivered),
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

    // `if (a) handler.HandleResult(x); if (!a) handler.HandleResult(y);` in whatever words: the conditions may be made to
    // exclude each other.
    private static bool HasAlternatives(FlowFacts facts)
        => facts.Results.Keys.Select(static call => call.FirstAncestorOrSelf<IfStatementSyntax>()).OfType<IfStatementSyntax>()
            .GroupBy(static choice => choice.Parent).Any(static siblings => siblings.Distinct().Skip(1).Any());

    // `if (log.Newest() is not { } newest) return;` before the changes were asked for: no range was read in vain.
    private static bool HasAsked(RunState run) => run.Asked || run.Answer != AnswerState.None;

    private static bool IsMissing(RunState run)
        => run is { Result: ResultState.None, Answer: AnswerState.None or AnswerState.Continue, TakesToken: not false, Interrupted: false };
}
