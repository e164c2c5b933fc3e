using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC313: an error of the source, or of one record, ends in a catch, and the run goes on behind it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedErrorAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Record = LawRule.Create(
        SyncLawIds.Slc313ErrorNotSwallowed,
        DiagnosticSeverity.Warning,
        "This catch leaves out a change that failed, and the position of '{0}' moves over it; rethrow, or keep the record where somebody looks after it");

    private static readonly DiagnosticDescriptor Source = LawRule.Create(
        SyncLawIds.Slc313ErrorNotSwallowed,
        DiagnosticSeverity.Warning,
        "This catch turns an error of the source into no changes, and '{0}' reports a position behind them; rethrow, or report no position");

    /// <summary>Makes the analyzer.</summary>
    public SwallowedErrorAnalyzer()
        : base(Record, Source)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        var attempts = body.Own.OfType<ITryOperation>().Where(static attempt => attempt.Catches.Length > 0).ToArray();
        if (attempts.Length == 0 || !MovesPosition(body))
            return;
        foreach (var attempt in attempts)
        {
            foreach (var clause in attempt.Catches)
            {
                if (clause.Syntax is not CatchClauseSyntax syntax || clause.Filter is not null || !IsSilent(clause))
                    continue;
                var rule = IsSkipped(attempt, clause, body) ? Record : IsNothing(attempt, clause, body) ? Source : null;
                if (rule is not null)
                    report(Diagnostic.Create(rule, syntax.CatchKeyword.GetLocation(), body.Function.Name));
            }
        }
    }

    private static bool MovesPosition(ConnectorBody body)
        => body.IsOfSync || ConnectorSymbols.IsPage(Unwrapped(body.Function.ReturnType));

    private static ITypeSymbol Unwrapped(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var value] } ? value : type;

    // Nothing but a log, and perhaps "there is nothing".
    private static bool IsSilent(ICatchClauseOperation clause)
        => clause.Handler.Operations.All(static statement => statement switch
        {
            IBranchOperation { BranchKind: BranchKind.Continue } => true,
            IEmptyOperation => true,
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } => IsEmpty(OperationTree.Core(assignment.Value)),
            IExpressionStatementOperation { Operation: var operation } => OperationTree.Core(operation) is IInvocationOperation call && IsLog(call),
            _ => false,
        });

    private static bool IsLog(IInvocationOperation call)
        => call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) || call.TargetMethod.Name is "Warn" or "Warning" or "Debug" or "Trace" or "WriteLine" or "Write" && call.TargetMethod.ContainingType?.Name is "Console" or "Debug" or "Trace" or "ILogger";

    private static bool IsEmpty(IOperation value) => value switch
    {
        ICollectionExpressionOperation { Elements.IsEmpty: true } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true } } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type } => type.AllInterfaces.Any(static face => face.Name == "IEnumerable"),
        IPropertyReferenceOperation { Property: { Name: "Empty", IsStatic: true } } or IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } } => true,
        _ => false,
    };

    private static bool IsForEverything(ICatchClauseOperation clause, ConnectorBody body)
        => clause.ExceptionType.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(clause.ExceptionType, body.Symbols.Exception);

    // One record of many: the loop goes on with the next one.
    private static bool IsSkipped(ITryOperation attempt, ICatchClauseOperation clause, ConnectorBody body)
    {
        if (!IsForEverything(clause, body)
            || LoopSyntax.Around(attempt.Syntax).FirstOrDefault() is not { } loop
            || !GoesOnByItself(loop)
            || Leaves(attempt.Body)
            || clause.Handler.Operations.Any(static statement => statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation })
            || CallsHandler(attempt.Body, body))
        {
            return false;
        }

        var continues = clause.Handler.Operations.LastOrDefault() is IBranchOperation;
        var isLast = attempt.Syntax.Parent is BlockSyntax { Parent: var owner, Statements: [.., var last] } && owner == loop && last == attempt.Syntax;
        return (continues || isLast) && DeliversFrom(loop, body);
    }

    // A counted or conditional loop tries the same thing again; these have the next thing in hand.
    private static bool GoesOnByItself(StatementSyntax loop) => loop switch
    {
        CommonForEachStatementSyntax => true,
        ForStatementSyntax { Incrementors.Count: > 0, Condition: BinaryExpressionSyntax { Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } } } => true,
        WhileStatementSyntax { Condition: var condition } => condition is InvocationExpressionSyntax or AwaitExpressionSyntax,
        _ => false,
    };

    // What leaves the loop when it worked is a retry, or a choice.
    private static bool Leaves(IOperation attempted)
        => attempted.Descendants().Any(static operation => operation is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation { Kind: OperationKind.Return });

    private static bool CallsHandler(IOperation attempted, ConnectorBody body)
        => attempted.Descendants().OfType<IInvocationOperation>().Any(call => body.Symbols.Handlers.IsHandle(call.TargetMethod));

    private static bool DeliversFrom(StatementSyntax loop, ConnectorBody body)
        => body.Deliveries.Any(delivery => loop.Span.Contains(delivery.Syntax.Span))
            || body.Own.OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name == "Add"
                && loop.Span.Contains(call.Syntax.Span)
                && call.Instance?.Type is INamedTypeSymbol { TypeArguments: [var item] }
                && ConnectorSymbols.IsDelta(item));

    // The source as a whole: nothing was read, and yet a position is reported that was not reached by reading.
    private static bool IsNothing(ITryOperation attempt, ICatchClauseOperation clause, ConnectorBody body)
    {
        if (LoopSyntax.Around(attempt.Syntax).Any()
            || clause.Handler.Operations.Any(static statement => statement is IBranchOperation)
            || (IsForEverything(clause, body) && CallsHandler(attempt.Body, body)))
        {
            return false;
        }

        return body.Own.OfType<IInvocationOperation>().Any(call => call.Syntax.SpanStart > attempt.Syntax.Span.End
            && body.Symbols.Handlers.IsHandleResult(call.TargetMethod)
            && IsIn(call, attempt)
            && call.Arguments is [{ Value: var token }]
            && !IsOfAttempt(token, attempt, body, []));
    }

    // The report is reached from the end of the attempt, not on another way.
    private static bool IsIn(IInvocationOperation call, ITryOperation attempt)
        => attempt.Syntax.Parent is { } block && call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && (statement.Parent == block || statement.Parent is IfStatementSyntax { Condition: IsPatternExpressionSyntax } test && test.Parent == block);

    // A position that is set where the reading happens stands where the reading stopped; and so does what is made of it.
    private static bool IsOfAttempt(IOperation value, ITryOperation attempt, ConnectorBody body, HashSet<ISymbol> visited)
        => value.DescendantsAndSelf().Select(VariableFacts.SymbolOf).OfType<ISymbol>().Where(visited.Add).ToArray().Any(symbol =>
            attempt.Body.Descendants().Any(operation => operation switch
            {
                IAssignmentOperation assignment => OperationTree.Mentions(assignment.Target, symbol),
                IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => OperationTree.Mentions(argument.Value, symbol),
                _ => false,
            })
            || body.Own.Select(operation => ValueOf(operation, symbol)).OfType<IOperation>().Any(source => IsOfAttempt(source, attempt, body, visited)));

    // What a variable is declared with.
    private static IOperation? ValueOf(IOperation operation, ISymbol symbol) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, symbol) => value,
        IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } declared } } test when SymbolEqualityComparer.Default.Equals(declared, symbol) => test.Value,
        IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } declared } } test when SymbolEqualityComparer.Default.Equals(declared, symbol) => test.Value,
        _ => null,
    };
}
