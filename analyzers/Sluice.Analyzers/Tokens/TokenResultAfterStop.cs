using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC202: after a stop, a token is reported that is newer than the last accepted delta's.</summary>
internal sealed class TokenResultAfterStop : IFlowRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc202NoNewerTokenAfterStop,
        DiagnosticSeverity.Error,
        "'{0}' reports '{1}' after its handler said stop, so changes that were not handled are skipped; return on the stop, or report the token of the last accepted delta");

    public IEnumerable<Diagnostic> Check(FlowFacts facts)
    {
        foreach (var result in facts.Results.Values)
        {
            if (result.Call.Arguments is [{ Value: var token } argument]
                && result.Before.Any(static run => run is { Answer: AnswerState.Stopped, Result: ResultState.None })
                && facts.Handles.Values.All(handle => new TokenOrigin(facts, handle.Call).IsNewer(token)))
            {
                yield return Diagnostic.Create(
                    Rule,
                    result.Call.Syntax.GetLocation(),
                    facts.Handles.Keys.Select(static handle => handle.GetLocation()),
                    facts.Method.Name,
                    argument.Syntax);
            }
        }
    }
}
