using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>Where control goes on when the finally block that it is in has ended.</summary>
/// <param name="Branch">The branch that is on its way through finally blocks.</param>
/// <param name="Index">Which of them it is in.</param>
/// <param name="Outer">Where the branch itself is inside a finally block: how that one goes on.</param>
internal sealed record Continuation(ControlFlowBranch Branch, int Index, Continuation? Outer)
{
    public ControlFlowRegion Region => Branch.FinallyRegions[Index];
}
