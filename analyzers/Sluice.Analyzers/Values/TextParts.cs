using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Values;

/// <summary>Texts that are put together: by <c>+</c>, by interpolation, by formatting.</summary>
internal static class TextParts
{
    /// <summary>Whether the method makes one text of its arguments.</summary>
    public static bool IsFormat(IMethodSymbol method)
        => method is { IsStatic: true, Name: "Format" or "Concat" or "Join" or "Create", ContainingType.SpecialType: SpecialType.System_String }
            || (string.Equals(method.Name, "Invariant", StringComparison.Ordinal) && method.ContainingType.IsNamed("System", "FormattableString"));

    /// <summary>The parts of a text that are not constant; null of what is no composed text.</summary>
    public static IEnumerable<IOperation> Of(IOperation operation) => Parts(operation).Where(static part => !part.ConstantValue.HasValue);

    private static IEnumerable<IOperation> Parts(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Parts(sum.LeftOperand).Concat(Parts(sum.RightOperand)),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Parts(sum.Target).Concat(Parts(sum.Value)),
        IInterpolatedStringOperation text => text.Parts.SelectMany(Parts),
        IInterpolationOperation hole => [hole.Expression],
        IInterpolatedStringTextOperation => [],
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var first, ..] } } append => append.Kind == OperationKind.InterpolatedStringAppendFormatted ? [first.Value] : [],
        IInterpolatedStringAdditionOperation sum => Parts(sum.Left).Concat(Parts(sum.Right)),
        IInterpolatedStringHandlerCreationOperation handler => Parts(handler.Content),
        IConversionOperation { Operand: IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation } conversion => Parts(conversion.Operand),
        IInvocationOperation call when IsFormat(call.TargetMethod) => call.Arguments.Where(static argument => argument.Parameter?.Type.Name is not "IFormatProvider").SelectMany(static argument => Elements(argument.Value)),
        _ => [operation],
    };

    private static IEnumerable<IOperation> Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IConversionOperation { Operand: IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation } or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringOperation => Parts(value),
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [value],
    };
}
