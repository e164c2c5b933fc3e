using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>Where a handler gets into work that runs beside the sync.</summary>
internal static class HandlerUse
{
    /// <summary>Whether a lambda, a local function or a method of the type among the arguments uses a handler from outside of it.</summary>
    public static bool IsGiven(ImmutableArray<IArgumentOperation> arguments, HandlerSymbols symbols)
        => arguments.Where(static argument => !IsReceiver(argument)).SelectMany(static argument => argument.Value.DescendantsAndSelf()).Any(part => part switch
        {
            IAnonymousFunctionOperation lambda => IsIn(lambda.Body, lambda.Symbol, symbols, []),
            IMethodReferenceOperation method => BodyOf(method) is { } body && IsIn(body, method.Method, symbols, []),
            _ => false,
        });

    // Local functions that are called are gone through, each once.
    private static bool IsIn(IOperation body, IMethodSymbol function, HandlerSymbols symbols, HashSet<IOperation> visited)
        => visited.Add(body) && body.DescendantsAndSelf().Any(part => part switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => symbols.IsHandler(parameter.Type) && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function),
            ILocalReferenceOperation { Local: var local } => symbols.IsHandler(local.Type) && !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, function),
            IFieldReferenceOperation { Field: var field } => symbols.IsHandler(field.Type),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => LocalFunction(part, called) is { } inner && IsIn(inner, called, symbols, visited),
            _ => false,
        });

    /// <summary>Whether the method starts a task from a delegate.</summary>
    public static bool IsTaskStart(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) is ("Task", "Run") or ("TaskFactory", "StartNew");

    // What an extension method is called on is another call, with arguments of its own.
    private static bool IsReceiver(IArgumentOperation argument) => argument.Parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };

    private static IOperation? BodyOf(IMethodReferenceOperation reference)
    {
        if (reference.Method.MethodKind == MethodKind.LocalFunction)
            return LocalFunction(reference, reference.Method);
        // A method of another file would need a model of that file: not worth it.
        return reference.SemanticModel is { } model
            && reference.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            && declaration.SyntaxTree == model.SyntaxTree
            && reference.Instance is IInstanceReferenceOperation
            ? model.GetOperation(declaration)
            : null;
    }

    private static IOperation? LocalFunction(IOperation from, IMethodSymbol function)
    {
        var root = from;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, function.OriginalDefinition))?.Body;
    }
}
