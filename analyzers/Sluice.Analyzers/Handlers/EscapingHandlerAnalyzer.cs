using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC303: the handler is called where nobody waits for it, or after its sync.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapingHandlerAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc303HandlerDoesNotEscape,
        DiagnosticSeverity.Error,
        "'{0}' {1}; call the handler from the sync itself, one delta after the other, and await it");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HandlerSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    var call = (IInvocationOperation)operation.Operation;
                    if (symbols.HasSync(operation.ContainingSymbol.ContainingType) && Escape(call, operation.ContainingSymbol, symbols) is { } how)
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), call.TargetMethod.Name, how));
                },
                OperationKind.Invocation);
            start.RegisterOperationAction(
                operation =>
                {
                    var creation = (IObjectCreationOperation)operation.Operation;
                    if (creation.Type is { Name: "Thread" or "Timer", ContainingNamespace.Name: "Threading" or "Timers" }
                        && symbols.HasSync(operation.ContainingSymbol.ContainingType)
                        && HandlerUse.IsGiven(creation.Arguments, symbols))
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, creation.Syntax.GetLocation(), creation.Type.Name, "calls the handler beside the sync"));
                    }
                },
                OperationKind.ObjectCreation);
        });
    }

    // Only what is certain: a task that is kept may be awaited later.
    private static string? Escape(IInvocationOperation call, ISymbol containing, HandlerSymbols symbols)
    {
        var method = call.TargetMethod;
        if (symbols.IsHandle(method))
        {
            return HandlerCalls.IsAnswerDropped(call) && !HandlerCalls.IsCompleted(call) ? "is not awaited"
                : IsAfterSync(call, containing, symbols) ? "reaches the handler of a sync that is over"
                : null;
        }

        return (method.ContainingType?.Name, method.Name) switch
        {
            ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") when HandlerUse.IsGiven(call.Arguments, symbols) => "calls the handler beside the sync",
            _ when HandlerUse.IsTaskStart(method) && IsForgotten(call) && HandlerUse.IsGiven(call.Arguments, symbols) => "calls the handler in a task that nobody awaits",
            _ => null,
        };
    }

    // Another operation, or disposing, that finds a handler in a field which it has not put there itself.
    private static bool IsAfterSync(IInvocationOperation call, ISymbol containing, HandlerSymbols symbols)
        => call.Instance is IFieldReferenceOperation { Field: var field, Instance: IInstanceReferenceOperation }
            && containing is IMethodSymbol method
            && (ConnectorSymbols.IsDisposal(method) || ConnectorSymbols.OperationOf(method) is not null)
            // An object that lives within the sync may well deliver the rest when it is disposed.
            && method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(other => symbols.HandlerOf(other) is not null)
            && !method.Parameters.Any(parameter => symbols.IsHandler(parameter.Type))
            && !Root(call).Descendants().Any(part => part is IAssignmentOperation { Target: IFieldReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Field, field));

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static bool IsForgotten(IInvocationOperation call) => HandlerCalls.IsAnswerDropped(call) && !IsAwaited(call);

    private static bool IsAwaited(IOperation operation)
    {
        while (operation.Parent is IInvocationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent is IAwaitOperation;
    }
}
