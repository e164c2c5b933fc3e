using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>What several rules ask of operations.</summary>
internal static class OperationTree
{
    /// <summary>The operations below a node, but for those in lambdas and local functions.</summary>
    public static IEnumerable<IOperation> Own(IOperation root)
    {
        foreach (var child in root.ChildOperations)
        {
            yield return child;
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var below in Own(child))
                yield return below;
        }
    }

    /// <summary>The value behind conversions, awaits and <c>ConfigureAwait</c>.</summary>
    public static IOperation Core(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IAwaitOperation wait:
                    value = wait.Operation;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" } call when Receiver(call) is { } receiver:
                    value = receiver;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>What a method is called on, for an extension method its first argument.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
        => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } first ? first.Value : null);

    /// <summary>Whether the operation lies in one of that kind, below a root.</summary>
    public static T? Around<T>(IOperation operation, IOperation? root = null)
        where T : class, IOperation
    {
        for (var at = operation.Parent; at is not null && at != root; at = at.Parent)
        {
            if (at is T found)
                return found;
        }

        return null;
    }

    /// <summary>Whether anything below reads or names the symbol.</summary>
    public static bool Mentions(IOperation operation, ISymbol symbol)
        => operation.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(part), symbol));

    /// <summary>The name in a call: what a squiggle sits on.</summary>
    public static Location NameOf(IOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => NameOf(member.Name),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => NameOf(member.Name),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => NameOf(name),
        MemberAccessExpressionSyntax member => NameOf(member.Name),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private static Location NameOf(SimpleNameSyntax name) => name.Identifier.GetLocation();
}
