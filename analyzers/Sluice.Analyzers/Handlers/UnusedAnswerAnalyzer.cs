using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC301: nobody looks at what the handler answers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedAnswerAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc301UseHandlerAnswer,
        DiagnosticSeverity.Error,
        "The answer of '{0}' is dropped, so the sync goes on after its host said stop; return when it is false");

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
                    if (symbols.IsHandle(call.TargetMethod) && symbols.HasSync(operation.ContainingSymbol.ContainingType) && IsUnused(call) && !IsTheEnd(call))
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), call.TargetMethod.Name));
                },
                OperationKind.Invocation);
        });
    }

    private static bool IsUnused(IInvocationOperation call)
        => HandlerCalls.IsAnswerDropped(call) ? HandlerCalls.IsCompleted(call) : HandlerCalls.AssignedLocal(call) is { } local && !IsRead(call, local);

    private static bool IsRead(IOperation call, ILocalSymbol local)
    {
        while (call.Parent is { } parent)
            call = parent;
        return call.Descendants().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && reference.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation } || IsValueOf(reference, local));
    }

    private static bool IsValueOf(ILocalReferenceOperation reference, ILocalSymbol local)
        => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent is ISimpleAssignmentOperation assignment && assignment.Value == reference;

    // After the last thing that a sync does there is nothing left to stop.
    private static bool IsTheEnd(IInvocationOperation call)
        => !call.Syntax.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax) && IsLastOf(call.Syntax);

    private static bool IsLastOf(SyntaxNode call)
        => call.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: BaseMethodDeclarationSyntax, Statements: [.., var last] } } statement
            ? statement == last
            : call.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { Parent: BaseMethodDeclarationSyntax };
}
