using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Deltas;

/// <summary>Calls of the factories of deltas.</summary>
internal static class DeltaCalls
{
    /// <summary>The object that a create, update or create-or-update is given; null of any other call.</summary>
    public static IArgumentOperation? ObjectOf(IInvocationOperation call)
        => IsUpsert(call.TargetMethod) ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "object") : null;

    /// <summary>The previous uid that an update is given.</summary>
    public static IArgumentOperation? PreviousUidOf(IInvocationOperation call)
        => IsUpsert(call.TargetMethod) ? call.Arguments.FirstOrDefault(static argument => argument is { Parameter.Name: "previousUid", ArgumentKind: ArgumentKind.Explicit }) : null;

    /// <summary>What an expression may come to: the branches of a choice, else itself.</summary>
    public static IEnumerable<IOperation> Branches(IOperation value)
    {
        var core = value;
        while (core is IConversionOperation conversion)
            core = conversion.Operand;
        return core switch
        {
            IConditionalOperation { WhenFalse: { } otherwise } choice => Branches(choice.WhenTrue).Concat(Branches(otherwise)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Branches(arm.Value)),
            _ => [value],
        };
    }

    private static bool IsUpsert(IMethodSymbol method)
        => method is { IsStatic: true, Name: "Create" or "Update" or "CreateOrUpdate" } && ConnectorSymbols.IsDelta(method.ContainingType);
}
