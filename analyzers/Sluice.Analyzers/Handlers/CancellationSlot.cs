using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>The place where a call would take a token and is given none.</summary>
internal static class CancellationSlot
{
    // What must come to its end, cancelled or not; and what starts work, where a token keeps it from starting only.
    private static readonly string[] Uncancelled = ["Dispose", "Rollback", "Commit", "Close", "Release", "Abort", "Unlock", "Cancel", "Undo", "Run", "StartNew", "ContinueWith", "HandleAsync"];

    /// <summary>The name of the parameter that a call leaves to its default, or that an overload of it has; null where there is none.</summary>
    public static string? Of(IInvocationOperation call, ConnectorSymbols symbols)
    {
        var method = call.TargetMethod;
        if (!IsAwaitable(method.ReturnType) || Array.Exists(Uncancelled, name => method.Name.StartsWith(name, StringComparison.Ordinal)) || IsGivenToken(call, symbols))
            return null;
        if (call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && symbols.IsCancellation(argument.Parameter?.Type)) is { } omitted)
            return omitted.Parameter!.Name;
        return method.Parameters.Any(parameter => parameter.IsParams || symbols.IsCancellation(parameter.Type)) ? null : Overload(method, call, symbols)?.Parameters.Last().Name;
    }

    /// <summary>Whether a sequence that is read with <c>await foreach</c> has no token, as far as can be seen.</summary>
    public static bool IsUnread(IOperation collection, ConnectorSymbols symbols)
    {
        var source = OperationTree.Core(collection);
        if (IsGivenToken(collection, symbols))
            return false;
        return source switch
        {
            // An iterator of this compilation that has no token does not look at one either.
            IInvocationOperation { TargetMethod: { } method } => method.Name is not ("WithCancellation" or "Empty" or "ToAsyncEnumerable") && !(method.IsAsync && method.DeclaringSyntaxReferences.Length > 0),
            IFieldReferenceOperation or IPropertyReferenceOperation => true,
            _ => false,
        };
    }

    private static bool IsAwaitable(ITypeSymbol type) => ConnectorSymbols.IsTask(type) || ConnectorSymbols.IsAsyncSequence(type);

    // Anywhere in the call or in what it is called on, as an argument, in options, or for another call that is waited for.
    private static bool IsGivenToken(IOperation call, ConnectorSymbols symbols)
        => call.DescendantsAndSelf().Any(part => part is not IArgumentOperation && part is not IDefaultValueOperation { IsImplicit: true } && symbols.IsCancellation(part.Type) && part is not IDefaultValueOperation { Parent: IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue } });

    private static IMethodSymbol? Overload(IMethodSymbol method, IInvocationOperation call, ConnectorSymbols symbols)
    {
        var called = method.ReducedFrom ?? method;
        for (var type = called.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(called.Name).OfType<IMethodSymbol>())
            {
                if (candidate.Arity == called.Arity
                    && candidate.IsStatic == called.IsStatic
                    && candidate.Parameters.Length == called.Parameters.Length + 1
                    && symbols.IsCancellation(candidate.Parameters[candidate.Parameters.Length - 1].Type)
                    && !candidate.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")
                    && call.SemanticModel?.IsAccessible(call.Syntax.SpanStart, candidate) != false
                    && IsLike(candidate.Arity > 0 ? candidate.Construct([.. called.TypeArguments]) : candidate, called))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static bool IsLike(IMethodSymbol candidate, IMethodSymbol called)
        => SymbolEqualityComparer.Default.Equals(candidate.ReturnType, called.ReturnType)
            && called.Parameters.Select(static parameter => parameter.Type).SequenceEqual(candidate.Parameters.Take(called.Parameters.Length).Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);
}
