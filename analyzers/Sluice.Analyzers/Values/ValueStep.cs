using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Values;

/// <summary>What one operation makes of others.</summary>
/// <param name="Kind">How.</param>
/// <param name="Sources">From what.</param>
/// <param name="HasUnknown">Whether there is something else that it may come from.</param>
internal readonly record struct ValueStep(ValueStepKind Kind, ImmutableArray<IOperation> Sources, bool HasUnknown = false)
{
    private static readonly ValueStep End = new(ValueStepKind.End, []);

    /// <summary>The step before an operation.</summary>
    public static ValueStep Of(IOperation operation, ValueFlow flow) => operation switch
    {
        IConversionOperation conversion => Same(conversion.Operand),
        IParenthesizedOperation parenthesized => Same(parenthesized.Operand),
        IAwaitOperation awaited => Same(awaited.Operation),
        IArgumentOperation argument => Same(argument.Value),
        IConditionalAccessOperation access => Same(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Accessed(instance) is { } accessed ? Same(accessed) : End,
        ISimpleAssignmentOperation assignment => Same(assignment.Value),
        ICoalesceAssignmentOperation assignment => new(ValueStepKind.Choice, [assignment.Target, assignment.Value]),
        ICoalesceOperation coalesce => new(ValueStepKind.Choice, [coalesce.Value, coalesce.WhenNull]),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => new(ValueStepKind.Choice, [conditional.WhenTrue, otherwise]),
        ISwitchExpressionOperation choice => new(ValueStepKind.Choice, [.. choice.Arms.Select(static arm => arm.Value)]),
        ILocalReferenceOperation local => Assigned(flow.AssignmentsOf(local.Local), hasUnknown: false),
        IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, flow),
        IInterpolatedStringHandlerCreationOperation handler => Same(handler.Content),
        IInterpolatedStringOperation or IInterpolatedStringAdditionOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }
            or ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String } => new(ValueStepKind.Text, [.. TextParts.Of(operation)]),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } binary => new(ValueStepKind.Arithmetic, [binary.LeftOperand, binary.RightOperand]),
        ICompoundAssignmentOperation compound => new(ValueStepKind.Arithmetic, [compound.Target, compound.Value]),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => new(ValueStepKind.Arithmetic, [unary.Operand]),
        IObjectCreationOperation { Arguments: [var first, ..] } creation when KeepsValue(creation.Type) => Same(first),
        IPropertyReferenceOperation property => OfProperty(property, flow),
        IInvocationOperation call => OfCall(call, flow),
        _ => End,
    };

    private static ValueStep Same(IOperation source) => new(ValueStepKind.Same, [source]);

    private static ValueStep Assigned(IReadOnlyList<IOperation?> values, bool hasUnknown)
        => values.Count == 0 ? End : new(ValueStepKind.Assignments, [.. values.OfType<IOperation>()], hasUnknown || values.Contains(null));

    private static ValueStep OfParameter(IParameterSymbol parameter, ValueFlow flow)
    {
        var arguments = flow.ArgumentsOf(parameter);
        return Assigned([.. arguments, .. flow.AssignmentsOf(parameter)], hasUnknown: arguments.Count == 0);
    }

    private static ValueStep OfProperty(IPropertyReferenceOperation property, ValueFlow flow)
    {
        if (property.Property.GetMethod is { } getter && flow.ReturnsOf(getter) is { Count: > 0 } returned)
            return new(ValueStepKind.Choice, [.. returned]);
        var keeps = property.Property.Name switch
        {
            "Value" => property.Property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            "UtcDateTime" or "UtcTicks" or "Ticks" or "DateTime" or "LocalDateTime" or "Date" => IsTime(property.Property.ContainingType),
            _ => false,
        };
        return keeps && property.Instance is { } instance ? Same(instance) : End;
    }

    private static ValueStep OfCall(IInvocationOperation call, ValueFlow flow)
    {
        var method = call.TargetMethod;
        if (flow.ReturnsOf(method) is { Count: > 0 } returned)
            return new(ValueStepKind.Choice, [.. returned]);
        if (TextParts.IsFormat(method))
            return new(ValueStepKind.Text, [.. TextParts.Of(call)]);
        var isSystem = method.ContainingNamespace?.ToDisplayString() is "System" or "System.Threading.Tasks" or "System.Globalization" or "System.Text" or "Sluice" or "System.Buffers.Text" or "System.Xml";
        return (method.Name, call.Instance) switch
        {
            ("ToString", { } instance) => Same(instance),
            ("ConfigureAwait" or "AsTask" or "GetValueOrDefault" or "Trim" or "ToUniversalTime" or "ToLocalTime" or "ToOffset" or "ToUnixTimeMilliseconds" or "ToUnixTimeSeconds" or "ToFileTime"
                or "ToFileTimeUtc" or "ToBinary" or "ToArray" or "AsString" or "AsInt64" or "AsInt32" or "AsDouble" or "AsBytes" or "AsDateTimeOffset", { } instance) when isSystem => Same(instance),
            ("Add" or "AddTicks" or "AddMilliseconds" or "AddSeconds" or "AddMinutes" or "AddHours" or "AddDays" or "Subtract", { } instance) when IsTime(method.ContainingType) => new(ValueStepKind.Arithmetic, [instance]),
            ("GetBytes", _) when isSystem && call.Arguments is [var text, ..] => Same(text),
            ("Max" or "Min", null) when isSystem && call.Arguments.Length == 2 => new(ValueStepKind.Choice, [.. call.Arguments]),
            ("Parse" or "ParseExact" or "FromResult" or "Invariant" or "SpecifyKind" or "From" or "FromUnixTimeMilliseconds" or "FromUnixTimeSeconds" or "ToInt64" or "ToInt32" or "ToString" or "ToDouble"
                or "ToBase64String" or "ToHexString" or "FromBase64String" or "ToDateTime", null) when isSystem && call.Arguments is [var first, ..] => Same(first),
            _ => End,
        };
    }

    private static bool KeepsValue(ITypeSymbol? type)
        => type is { SpecialType: SpecialType.System_String } || (type is not null && (type.IsNamed("System", "DateTimeOffset") || type.IsNamed("System", "Nullable") || type.IsNamed("System.Threading.Tasks", "ValueTask")));

    private static bool IsTime(ITypeSymbol type) => type.SpecialType == SpecialType.System_DateTime || type.IsNamed("System", "DateTimeOffset") || type.IsNamed("System", "TimeSpan");

    private static IOperation? Accessed(IOperation instance)
    {
        for (IOperation at = instance, around = instance.Parent!; around is not null; at = around, around = around.Parent!)
        {
            if (around is IConditionalAccessOperation access && access.WhenNotNull == at)
                return access.Operation;
        }

        return null;
    }
}
