using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC307: a thread waits for asynchronous work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc307NoBlocking,
        DiagnosticSeverity.Warning,
        "'{0}' blocks a thread of '{1}' until asynchronous work is done; await it, in an operation that answers a task or an IAsyncEnumerable");

    /// <summary>Makes the analyzer.</summary>
    public BlockingAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        // Disposing has no asynchronous form everywhere, and a constructor has none at all: neither is an operation.
        if (body.Member.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || ConnectorSymbols.IsDisposal(body.Member) || !SymbolEqualityComparer.Default.Equals(body.Member, body.Function))
            return;
        foreach (var operation in body.Root.Descendants())
        {
            if (Waited(operation) is { } task && !IsDone(task, operation, body))
                report(Diagnostic.Create(Rule, OperationTree.NameOf(operation), Name(operation), body.Member.Name));
        }
    }

    // The task that is waited for.
    private static IOperation? Waited(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } instance } when ConnectorSymbols.IsTask(instance.Type) => instance,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } instance } when ConnectorSymbols.IsTask(instance.Type) => instance,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } instance } } when ConnectorSymbols.IsTask(instance.Type) => instance,
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } method } call when ConnectorSymbols.IsTask(method.ContainingType) => call,
        IInvocationOperation { TargetMethod.Name: "ToBlockingEnumerable" } call when ConnectorSymbols.IsAsyncSequence(OperationTree.Receiver(call)?.Type) => call,
        _ => null,
    };

    private static string Name(IOperation operation) => operation is IInvocationOperation call ? call.TargetMethod.Name : ((IPropertyReferenceOperation)operation).Property.Name;

    // What is known to be done blocks nobody.
    private static bool IsDone(IOperation task, IOperation wait, ConnectorBody body)
    {
        var core = OperationTree.Core(task);
        switch (core)
        {
            case IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled", IsStatic: true } }:
            case IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } }:
            case IObjectCreationOperation { Type.Name: "ValueTask" }:
                return true;
            // The task of another task's continuation, and what is waited for without waiting.
            case IParameterReferenceOperation reference when OperationTree.Around<IInvocationOperation>(Lambda(reference) ?? core) is { TargetMethod.Name: "ContinueWith" or "ContinueWhenAll" }:
            case var _ when wait is IInvocationOperation { TargetMethod.Name: "Wait", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 0 } }] }:
                return true;
            case IInvocationOperation:
                return false;
        }

        // Any variable: awaited or asked before, itself or with all the others.
        var symbol = VariableFacts.SymbolOf(core);
        return body.Root.Descendants().Any(before => before.Syntax.SpanStart < wait.Syntax.SpanStart && before switch
        {
            IAwaitOperation { Operation: var awaited } => (symbol is not null && OperationTree.Mentions(awaited, symbol)) || IsOfMany(OperationTree.Core(awaited)),
            IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status" or "IsFaulted", Instance: { } instance } => symbol is null || OperationTree.Mentions(instance, symbol),
            _ => false,
        });
    }

    private static IAnonymousFunctionOperation? Lambda(IParameterReferenceOperation reference)
    {
        var lambda = OperationTree.Around<IAnonymousFunctionOperation>(reference);
        return lambda is not null && SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Parameter.ContainingSymbol) ? lambda : null;
    }

    private static bool IsOfMany(IOperation awaited) => awaited is IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WhenAny" or "WhenEach", IsStatic: true } };
}
