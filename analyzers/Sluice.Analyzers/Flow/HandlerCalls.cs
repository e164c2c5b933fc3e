using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>What calls mean to the analysis.</summary>
internal static class HandlerCalls
{
    /// <summary>Whether nothing can learn the answer of this call; a task that is not awaited is another matter.</summary>
    public static bool IsAnswerDropped(IInvocationOperation call)
    {
        IOperation operation = call;
        while (operation.Parent is IAwaitOperation or IParenthesizedOperation or IConversionOperation or IConditionalAccessOperation || operation.Parent is IInvocationOperation outer && PassesAnswerOn(outer) is not null)
            operation = operation.Parent;
        return operation.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            _ => false,
        };
    }

    /// <summary>Whether the call is over when the next thing happens: it is synchronous, or awaited.</summary>
    public static bool IsCompleted(IInvocationOperation call)
    {
        IOperation operation = call;
        while (operation.Parent is IParenthesizedOperation or IConversionOperation || operation.Parent is IInvocationOperation outer && PassesAnswerOn(outer) is not null)
            operation = operation.Parent;
        return operation.Parent is IAwaitOperation || call.TargetMethod.Name is "Handle";
    }

    /// <summary>The local that the answer is kept in, where it is.</summary>
    public static ILocalSymbol? AssignedLocal(IInvocationOperation call)
    {
        IOperation operation = call;
        while (operation.Parent is IAwaitOperation or IParenthesizedOperation or IConversionOperation || operation.Parent is IInvocationOperation outer && PassesAnswerOn(outer) is not null)
            operation = operation.Parent;
        return operation.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            // The graph has no declarations, and no statement around what was one.
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation or null } => target.Local,
            _ => null,
        };
    }

    /// <summary>What an operation wraps that has the same answer: <c>ConfigureAwait</c> and its like.</summary>
    public static IOperation? PassesAnswerOn(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult" => call.Instance,
        "FromResult" when call.Arguments is [var argument] => argument.Value,
        _ => null,
    };

    /// <summary>Whether a call neither keeps what it is given nor changes what a sync decides by.</summary>
    public static bool IsHarmless(IMethodSymbol method)
        => method.Name is "Dispose" or "DisposeAsync" or "Close" or "ThrowIfNull" or "ReferenceEquals" or "Equals" or "GetType" or "GetHashCode" or "ToString" or "ThrowIfCancellationRequested"
            || method.ContainingNamespace is { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true }
            || method.ContainingType?.Name is "Console" or "TextWriter" or "Debug" or "Trace" or "Monitor"
            || method.Name.StartsWith("Log", StringComparison.Ordinal);
}
