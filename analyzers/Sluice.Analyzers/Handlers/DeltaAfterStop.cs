using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC302: the handler is called again after it said stop.</summary>
internal sealed class DeltaAfterStop : IFlowRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc302NoDeltaAfterStop,
        DiagnosticSeverity.Warning,
        "'{0}' comes back to this delta after its handler said stop; leave every loop as soon as the answer is false");

    public IEnumerable<Diagnostic> Check(FlowFacts facts) => facts.Handles.Values
        .Where(static handle => handle.Before.Any(static run => run is { Answer: AnswerState.Stopped }))
        .Select(handle => Diagnostic.Create(Rule, handle.Call.Syntax.GetLocation(), facts.Handles.Values.Where(other => other != handle).Select(static other => other.Call.Syntax.GetLocation()), facts.Method.Name));
}
