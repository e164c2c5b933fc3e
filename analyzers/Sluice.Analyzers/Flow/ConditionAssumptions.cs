using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// What follows from a condition that is not known: about the variables in it, and whether the path may be one that does not
/// drain the changes (a limit was reached, a field of the connector said so, there is no position at all).
/// </summary>
internal sealed class ConditionAssumptions(HandlerFlow flow, FlowGraph body)
{
    /// <summary>Whether the condition reads something that the handler's answer has a say in.</summary>
    public bool IsDecidedByAnswer(IOperation condition)
        => condition.DescendantsAndSelf().Any(part => (body.VariableOf(part) ?? VariableFacts.SymbolOf(part)) is { } variable && flow.Answers.IsToldOfStop(variable));

    public FlowState Assume(IOperation condition, bool truth, FlowState state)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Assume(parenthesized.Operand, truth, state);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Assume(conversion.Operand, truth, state);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(not.Operand, !truth, state);
            case IIsNullOperation isNull:
                return AssumeNull(isNull.Operand, truth, state);
            case IIsPatternOperation { Pattern: var pattern, Value: var value } when Patterns.IsNullTest(pattern) is { } matchesNull:
                return AssumeNull(value, truth == matchesNull, state);
            case IIsPatternOperation { Pattern: IConstantPatternOperation constant, Value: var value }:
                return AssumeConstant(value, constant.Value, truth, state);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                return AssumeNull(nullable, !truth, state);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return AssumeEqual(equality, truth == (equality.OperatorKind == BinaryOperatorKind.Equals), state);
            case IBinaryOperation comparison:
                return IsLimit(comparison, truth) || ComparesDeliveries(comparison) || ComparesPosition(comparison) ? Partial(state) : state;
            case ISimpleAssignmentOperation assignment:
                return body.VariableOf(assignment.Target, asTarget: true) is { } target ? Set(state, target, FlowValue.Of(truth)) : state;
            case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } }:
                return Partial(state);
            default:
                return body.VariableOf(condition) is { } variable ? Set(state, variable, FlowValue.Of(truth)) : state;
        }
    }

    private static FlowState Partial(in FlowState state) => state with { Run = state.Run with { Partial = true } };

    private static FlowState Set(in FlowState state, object variable, in FlowValue value) => state.With(variable, value.DependingOnAnswer(state[variable].DependsOnAnswer));

    private FlowState AssumeNull(IOperation operand, bool isNull, FlowState state)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        if (body.VariableOf(operand) is not { } variable)
            return isNull && IsAskedOnce(operand) ? Partial(state) : state;
        state = Set(state, variable, isNull ? FlowValue.Null : FlowValue.NotNull);
        if (!isNull)
            return state;
        var sources = variable is CaptureVariable capture ? capture.Values : [operand];
        return sources.Exists(flow.Variables.IsPositionOfSource) ? Partial(state) : state;
    }

    // `if (log.Newest() is not { } newest) return;`: what was asked for is not there. In a loop that may be its end.
    private static bool IsAskedOnce(IOperation operand) => operand switch
    {
        ISimpleAssignmentOperation assignment => IsAskedOnce(assignment.Value),
        IConversionOperation conversion => IsAskedOnce(conversion.Operand),
        IAwaitOperation awaited => IsAskedOnce(awaited.Operation),
        IInvocationOperation or IPropertyReferenceOperation => !LoopSyntax.IsIn(operand.Syntax) && LoopSyntax.ConditionOf(operand.Syntax) is null,
        _ => false,
    };

    private FlowState AssumeConstant(IOperation operand, IOperation constant, bool isEqual, in FlowState state)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        if (!constant.ConstantValue.HasValue || body.VariableOf(operand) is not { } variable)
            return state;
        var value = FlowValue.OfConstant(constant.ConstantValue.Value);
        return Set(state, variable, isEqual ? value : state[variable].Without(value.Constant));
    }

    private FlowState AssumeEqual(IBinaryOperation equality, bool areEqual, FlowState state)
    {
        foreach (var (operand, other) in new[] { (equality.LeftOperand, equality.RightOperand), (equality.RightOperand, equality.LeftOperand) })
        {
            var constant = other is IConversionOperation conversion ? conversion.Operand : other;
            if (constant.ConstantValue is not { HasValue: true } value)
                continue;
            if (value.Value is null)
                return AssumeNull(operand, areEqual, state);
            if (equality.OperatorMethod is null)
                state = AssumeConstant(operand, constant, areEqual, state);
        }

        return IsLimit(equality, areEqual == (equality.OperatorKind == BinaryOperatorKind.Equals)) || ComparesDeliveries(equality) || ComparesPosition(equality) ? Partial(state) : state;
    }

    // `if (last > after) handler.HandleResult(last)`: where nothing moved, there is nothing to report.
    private bool ComparesPosition(IBinaryOperation comparison)
        => IsPosition(comparison.LeftOperand) || IsPosition(comparison.RightOperand);

    private bool IsPosition(IOperation operand) => operand switch
    {
        IConversionOperation conversion => IsPosition(conversion.Operand),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable } => IsPosition(nullable),
        _ => VariableFacts.SymbolOf(operand) is { } symbol && flow.Variables.IsToken(symbol) && flow.Variables.IsPositionOfSource(operand),
    };

    // `if (delivered == changes.Count)`: what the answers made of a variable is held against something else.
    private bool ComparesDeliveries(IBinaryOperation comparison)
        => (IsDecided(comparison.LeftOperand) && !comparison.RightOperand.ConstantValue.HasValue) || (IsDecided(comparison.RightOperand) && !comparison.LeftOperand.ConstantValue.HasValue);

    private bool IsDecided(IOperation operand)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        return body.VariableOf(operand) is { } variable && flow.Answers.DecidesAbout(variable);
    }

    // Two numbers of which neither is a constant: a counter and its limit. The path on which the limit is reached may leave
    // changes behind. The length of a list is no limit of the loop through
    // it, nor is what a `for` counts to.
    private static bool IsLimit(IBinaryOperation comparison, bool truth)
    {
        var loop = LoopSyntax.ConditionOf(comparison.Syntax);
        if (loop is not ForStatementSyntax && IsQuantity(comparison.LeftOperand, loop) && IsQuantity(comparison.RightOperand, loop))
        {
            return comparison.OperatorKind switch
            {
                BinaryOperatorKind.Equals => truth,
                BinaryOperatorKind.NotEquals => !truth,
                BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => true,
                _ => false,
            };
        }

        return false;
    }

    private static bool IsQuantity(IOperation operand, StatementSyntax? loop)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        return operand is { ConstantValue.HasValue: false }
            && (loop is null || (operand as IPropertyReferenceOperation)?.Property.Name is not ("Count" or "Length"))
            && operand.Type is { } type
            && (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double || type.Name is "TimeSpan" or "DateTime" or "DateTimeOffset" or "Nullable");
    }
}
