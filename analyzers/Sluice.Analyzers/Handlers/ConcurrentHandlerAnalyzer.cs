using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC311: the handler is called from parallel work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcurrentHandlerAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc311NoConcurrentHandler,
        DiagnosticSeverity.Error,
        "'{0}' calls the handler from parallel work, so deltas arrive in any order; read in parallel if you must, and hand over one delta after the other");

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
                    if (symbols.HasSync(operation.ContainingSymbol.ContainingType) && IsParallel(call, symbols))
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, OperationTree.NameOf(call), call.TargetMethod.Name));
                },
                OperationKind.Invocation);
        });
    }

    private static bool IsParallel(IInvocationOperation call, HandlerSymbols symbols) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        // How many there are at a time is what the options may say.
        ("Parallel", "For" or "ForEach" or "Invoke" or "ForEachAsync") => !call.Arguments.Any(static argument => argument.Parameter?.Type.Name == "ParallelOptions") && HandlerUse.IsGiven(call.Arguments, symbols),
        ("ParallelEnumerable", _) => HandlerUse.IsGiven(call.Arguments, symbols),
        ("Task", "WhenAll" or "WaitAll") => call.Arguments.Any(argument => IsManyCalls(argument.Value, symbols, depth: 0)),
        (_, "Add") => call.Instance?.Type is INamedTypeSymbol { TypeArguments: [var item] } && ConnectorSymbols.IsTask(item)
            && LoopSyntax.Around(call.Syntax).Any() && call.Arguments is [{ Value: var task }] && IsCall(OperationTree.Core(task), symbols),
        _ => false,
    };

    private static bool IsManyCalls(IOperation tasks, HandlerSymbols symbols, int depth)
    {
        switch (OperationTree.Core(tasks))
        {
            case IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select:
                return HandlerUse.IsGiven(select.Arguments, symbols);
            case IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: "Enumerable" } } copy when OperationTree.Receiver(copy) is { } source:
                return IsManyCalls(source, symbols, depth);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.Count(element => IsCall(OperationTree.Core(element), symbols)) > 1;
            case ICollectionExpressionOperation collection:
                return collection.Elements.Count(element => IsCall(OperationTree.Core(element), symbols)) > 1;
            // What a variable is made from; once, or a loop of them would be followed for ever.
            case ILocalReferenceOperation { Local: var local } reference when depth == 0:
                var root = (IOperation)reference;
                while (root.Parent is { } parent)
                    root = parent;
                return root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value is { } value
                    && IsManyCalls(value, symbols, depth + 1);
            default:
                return false;
        }
    }

    // A call of the handler, or of something that is given it, whose task is not awaited here.
    private static bool IsCall(IOperation task, HandlerSymbols symbols)
        => task is IInvocationOperation call
            && (symbols.IsHandle(call.TargetMethod)
                || HandlerUse.IsTaskStart(call.TargetMethod) && HandlerUse.IsGiven(call.Arguments, symbols)
                || ConnectorSymbols.IsTask(call.Type) && call.Arguments.Any(argument => symbols.IsHandler(OperationTree.Core(argument.Value).Type)));
}
