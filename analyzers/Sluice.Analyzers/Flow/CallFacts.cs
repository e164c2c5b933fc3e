using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>A call of the handler and where runs may stand when it comes.</summary>
internal sealed class CallFacts(IInvocationOperation call)
{
    public IInvocationOperation Call { get; } = call;

    public HashSet<RunState> Before { get; } = [];
}
