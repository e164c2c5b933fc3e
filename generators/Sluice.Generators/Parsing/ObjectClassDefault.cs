using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Parsing;

/// <summary>What a parameter or property holds when nobody gives it a value.</summary>
/// <param name="Exists">Whether there is such a value.</param>
/// <param name="Code">The value as C#; null where the initializer is no constant and cannot be repeated elsewhere.</param>
internal readonly record struct ObjectClassDefault(bool Exists, string? Code)
{
    public static ObjectClassDefault Of(IParameterSymbol parameter)
        => parameter.HasExplicitDefaultValue ? Constant(parameter.Type, parameter.ExplicitDefaultValue) : default;

    public static ObjectClassDefault Of(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var part in property.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax(cancellation) is not PropertyDeclarationSyntax { Initializer.Value: var value } || !compilation.ContainsSyntaxTree(part.SyntaxTree))
                continue;
            // "= null!" and "= default!" say that somebody else will see to it.
            if (value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
                return default;
            if (compilation.GetSemanticModel(part.SyntaxTree).GetConstantValue(value, cancellation) is { HasValue: true } constant)
                return Constant(property.Type, constant.Value);
            return new(Exists: true, EmptyValue(property.Type, value));
        }

        return default;
    }

    // A constant of another type, as in "long Size = 1", is written as it is and converted again.
    private static ObjectClassDefault Constant(ITypeSymbol type, object? value) => value switch
    {
        // Null for what may be null is no default: it is what optional means.
        null => type is { IsValueType: true, PromisesValue: true } ? new(Exists: true, "default") : default,
        _ => new(Exists: true, CSharpLiteral.OfConstant(type, value)),
    };

    private static string? EmptyValue(ITypeSymbol type, ExpressionSyntax value)
    {
        var isEmpty = value switch
        {
            CollectionExpressionSyntax list => list.Elements.Count == 0,
            BaseObjectCreationExpressionSyntax creation => creation is { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null or { Expressions.Count: 0 } },
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
            _ => false,
        };
        if (!isEmpty)
            return null;
        if (type.SpecialType == SpecialType.System_String)
            return "\"\"";
        return ObjectClassValues.Of(type, out _) is { Collection: not Model.ObjectClassCollection.None } ? "[]" : null;
    }
}
