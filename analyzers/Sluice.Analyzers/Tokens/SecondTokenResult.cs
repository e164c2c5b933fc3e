using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC203: a token result comes after a token result.</summary>
internal sealed class SecondTokenResult : IFlowRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc203OneTokenResult,
        DiagnosticSeverity.Error,
        "'{0}' reports a token result {1}; report one, after the last delta");

    public IEnumerable<Diagnostic> Check(FlowFacts facts)
    {
        foreach (var result in facts.Results.Values)
        {
            var again = Certainty.IsAfterResult(result.Before) ? "here that is its second"
                : Certainty.IsRepeated(result) ? "in every round of a loop"
                : null;
            if (again is not null)
                yield return Diagnostic.Create(Rule, result.Call.Syntax.GetLocation(), Certainty.Others(facts, result), facts.Method.Name, again);
        }
    }
}
