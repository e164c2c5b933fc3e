using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Deltas;

/// <summary>SLC401: a create, update or create-or-update without its object.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingObjectAnalyzer : DeltaAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc401DeltaCarriesObject,
        DiagnosticSeverity.Error,
        "'{0}' is given null for its object, and throws; give it the object after the change, or use Delete where it is gone");

    /// <summary>Makes the analyzer.</summary>
    public MissingObjectAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (DeltaCalls.ObjectOf(call) is not { } argument)
            return;
        foreach (var value in DeltaCalls.Branches(argument.Value))
        {
            if (IsNull(value) || IsTestedNull(value))
                report(Diagnostic.Create(Rule, Written(value).GetLocation(), call.TargetMethod.Name));
        }
    }

    private static bool IsNull(IOperation value) => OperationTree.Core(value) is var core
        && (core.ConstantValue is { HasValue: true, Value: null } || core is IDefaultValueOperation { Type.IsReferenceType: true });

    // `if (person is null) yield return SyncDelta.Update(token, person!);`
    private static bool IsTestedNull(IOperation value)
    {
        // A field may have changed in between.
        if (VariableFacts.SymbolOf(OperationTree.Core(value)) is not { } variable || variable is IFieldSymbol)
            return false;
        for (var at = value; at.Parent is { } parent; at = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
            if (parent is IConditionalOperation choice && TruthOfNull(choice.Condition, variable) is { } isNull && at != choice.Condition
                && (at == choice.WhenTrue) == isNull
                && !at.Descendants().Any(part => IsSet(part, variable)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSet(IOperation operation, ISymbol variable) => operation switch
    {
        IAssignmentOperation assignment => OperationTree.Mentions(assignment.Target, variable),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => OperationTree.Mentions(argument.Value, variable),
        _ => false,
    };

    // The branch in which the variable is null: the one of true, the other, or none.
    private static bool? TruthOfNull(IOperation condition, ISymbol variable) => condition switch
    {
        IIsPatternOperation { Value: var tested, Pattern: IConstantPatternOperation pattern } when IsThat(tested, variable) && IsNull(pattern.Value) => true,
        IIsPatternOperation { Value: var tested, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } when IsThat(tested, variable) && IsNull(pattern.Value) => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left, RightOperand: var right } when IsThat(left, variable) && IsNull(right) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, LeftOperand: var left, RightOperand: var right } when IsThat(left, variable) && IsNull(right) => false,
        _ => null,
    };

    private static bool IsThat(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(OperationTree.Core(operation)), variable);

    // With the `!` that keeps the compiler quiet.
    private static SyntaxNode Written(IOperation value) => value.Syntax.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven ? forgiven : value.Syntax;
}
