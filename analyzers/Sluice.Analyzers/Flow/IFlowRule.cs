using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>A law that is decided on the facts of the flow analysis.</summary>
internal interface IFlowRule
{
    IEnumerable<Diagnostic> Check(FlowFacts facts);
}
