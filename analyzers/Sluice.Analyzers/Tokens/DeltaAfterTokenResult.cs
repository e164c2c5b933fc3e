using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC204: a delta comes after the token result.</summary>
internal sealed class DeltaAfterTokenResult : IFlowRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc204DeltaAfterTokenResult,
        DiagnosticSeverity.Error,
        "'{0}' hands over a delta after its token result, and a crash in between loses it; report the token after the last delta");

    public IEnumerable<Diagnostic> Check(FlowFacts facts) => facts.Handles.Values
        .Where(static handle => Certainty.IsAfterResult(handle.Before))
        .Select(handle => Diagnostic.Create(Rule, handle.Call.Syntax.GetLocation(), facts.Results.Keys.Select(static result => result.GetLocation()), facts.Method.Name));
}
