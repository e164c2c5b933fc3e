using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC303: the handler is called where nobody waits for it, or several times at once.</summary>
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
                    if (symbols.HasSync(operation.ContainingSymbol.ContainingType) && Escape(call, symbols) is { } how)
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), call.TargetMethod.Name, how));
                },
                OperationKind.Invocation);
            start.RegisterOperationAction(
                operation =>
                {
                    var creation = (IObjectCreationOperation)operation.Operation;
                    if (creation.Type is { Name: "Thread" or "Timer", ContainingNamespace.Name: "Threading" or "Timers" }
                        && symbols.HasSync(operation.ContainingSymbol.ContainingType)
                        && GivesHandler(creation.Arguments, symbols))
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, creation.Syntax.GetLocation(), creation.Type.Name, "calls the handler beside the sync"));
                    }
                },
                OperationKind.ObjectCreation);
        });
    }

    // Only what is certain: a task that is kept may be awaited later.
    private static string? Escape(IInvocationOperation call, HandlerSymbols symbols)
    {
        var method = call.TargetMethod;
        if (symbols.IsHandle(method))
            return HandlerCalls.IsAnswerDropped(call) && !HandlerCalls.IsCompleted(call) ? "is not awaited" : null;
        return (method.ContainingType?.Name, method.Name) switch
        {
            ("Parallel", "For" or "ForEach" or "Invoke" or "ForEachAsync") or ("ParallelEnumerable", "ForAll")
                when !call.Arguments.Any(static argument => argument.Parameter?.Type.Name == "ParallelOptions") && GivesHandler(call.Arguments, symbols) => "calls the handler from several threads at once",
            ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") when GivesHandler(call.Arguments, symbols) => "calls the handler beside the sync",
            ("Task", "Run") or ("TaskFactory", "StartNew") when IsForgotten(call) && GivesHandler(call.Arguments, symbols) => "calls the handler in a task that nobody awaits",
            _ => null,
        };
    }

    private static bool IsForgotten(IInvocationOperation call) => HandlerCalls.IsAnswerDropped(call) && !IsAwaited(call);

    private static bool IsAwaited(IOperation operation)
    {
        while (operation.Parent is IInvocationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent is IAwaitOperation;
    }

    private static bool GivesHandler(ImmutableArray<IArgumentOperation> arguments, HandlerSymbols symbols)
        => arguments.SelectMany(static argument => argument.Descendants()).OfType<IAnonymousFunctionOperation>().Any(lambda => lambda.Body.Descendants().Any(operation => operation switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => symbols.IsHandler(parameter.Type) && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda.Symbol),
            ILocalReferenceOperation { Local: var local } => symbols.IsHandler(local.Type) && !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, lambda.Symbol),
            _ => false,
        }));
}
