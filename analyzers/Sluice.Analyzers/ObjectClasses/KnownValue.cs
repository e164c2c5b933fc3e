using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>Follows an expression to the one expression that its value can come from.</summary>
internal static class KnownValue
{
    // Each step leads to an earlier place; a field that is initialized from itself would not.
    private const int MaximalSteps = 8;

    /// <summary>
    /// Looks through conversions, locals that are given a value once, and read-only fields and properties that are given one once in this
    /// file. What has several values, or one that is not visible, stays what it is.
    /// </summary>
    /// <param name="operation">The expression.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <param name="model">The file's model, for operations of a control flow graph, which know none.</param>
    public static IOperation Origin(IOperation operation, CancellationToken cancellation, SemanticModel? model = null)
    {
        for (var step = 0; step < MaximalSteps; step++)
        {
            var source = operation switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                ILocalReferenceOperation local => OfLocal(local),
                IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfMember(field, operation.SemanticModel ?? model, cancellation),
                IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsAbstract: false, IsOverride: false } property } => OfMember(property, operation.SemanticModel ?? model, cancellation),
                _ => null,
            };
            if (source is null)
                return operation;
            operation = source;
        }

        return operation;
    }

    /// <summary>The name of an object class, where an expression can have only one; null otherwise.</summary>
    public static string? ClassName(IOperation operation, CancellationToken cancellation, SemanticModel? model = null) => Origin(operation, cancellation, model) switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Account" or "Group" or "All", ContainingType: var type } property } when type.IsNamed("Sluice", "ObjectClass")
            => $"__{property.Name.ToUpperInvariant()}__",
        IPropertyReferenceOperation { Property: { Name: "ObjectClass", ContainingType: { TypeArguments: [INamedTypeSymbol target] } type } } when type.IsNamed("Sluice", "IObjectClassFacade")
            => target.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ObjectClassAttribute"))?.FirstText,
        IObjectCreationOperation { Type: { } type, Arguments: [var name] } when type.IsNamed("Sluice", "ObjectClass") => Text(name.Value, cancellation, model),
        IInvocationOperation { TargetMethod: { Name: "Of", IsStatic: true, ContainingType: var type }, Arguments: [var name] } when type.IsNamed("Sluice", "ObjectClass") => Text(name.Value, cancellation, model),
        _ => null,
    };

    /// <summary>A text, where an expression can have only one; null otherwise.</summary>
    public static string? Text(IOperation operation, CancellationToken cancellation, SemanticModel? model = null)
        => Origin(operation, cancellation, model).ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The operation that everything around is part of: a method's body, lambdas included.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is not null)
            operation = operation.Parent;
        return operation;
    }

    private static IOperation? OfLocal(ILocalReferenceOperation reference)
    {
        if (reference.Local.IsRef || reference.Local.RefKind != RefKind.None)
            return null;
        IOperation? value = null;
        foreach (var operation in Root(reference).DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
                    if (initializer is null || declarator.Parent?.Parent is IForEachLoopOperation)
                        return null;
                    value = initializer.Value;
                    break;
                case IAssignmentOperation { Target: var target } when target.DescendantsAndSelf().Any(IsReference):
                case IIncrementOrDecrementOperation { Target: var changed } when IsReference(changed):
                case IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In), Value: var given } when IsReference(given):
                case IAddressOfOperation { Reference: var address } when IsReference(address):
                    return null;
            }
        }

        return value;

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);

        bool IsReference(IOperation operation) => operation is ILocalReferenceOperation other && Is(other.Local);
    }

    private static IOperation? OfMember(ISymbol member, SemanticModel? model, CancellationToken cancellation)
    {
        if (model is null || member.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != model.SyntaxTree)
            return null;
        var initializer = declared.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property when IsAutomatic(property) || property.ExpressionBody is not null => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };

        // A constructor in another file could give it another value.
        var constructors = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences).ToArray();
        if (Array.Exists(constructors, constructor => constructor.SyntaxTree != model.SyntaxTree))
            return null;
        var values = constructors
            .Select(constructor => constructor.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes())
            .Where(node => node is AssignmentExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            .Where(node => Targets(node).Any(target => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target, cancellation).Symbol, member)))
            .ToArray();
        var value = (initializer, values) switch
        {
            ({ } given, []) => given,
            (null, [AssignmentExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SimpleAssignmentExpression, Left: not TupleExpressionSyntax } only]) => only.Right,
            _ => null,
        };
        return value is null ? null : model.GetOperation(value, cancellation);
    }

    private static IEnumerable<ExpressionSyntax> Targets(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(argument => argument.Expression),
        AssignmentExpressionSyntax assignment => [assignment.Left],
        ArgumentSyntax argument => [argument.Expression],
        _ => [],
    };

    private static bool IsAutomatic(PropertyDeclarationSyntax property)
        => property.AccessorList is { } accessors && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);
}
