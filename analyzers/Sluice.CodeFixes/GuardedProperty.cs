using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Changes the type of a property, or of a record's parameter, from a text to a guarded one.</summary>
internal static class GuardedProperty
{
    /// <summary>The property or parameter at a place, as far as its type can be changed there.</summary>
    public static SyntaxNode? At(SyntaxNode? root, Diagnostic diagnostic)
        => root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or ParameterSyntax) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null } property when property.Identifier.Span == diagnostic.Location.SourceSpan && IsText(property.Type) && IsEmpty(property.Initializer?.Value) => property,
            ParameterSyntax { Type: { } type, Parent.Parent: RecordDeclarationSyntax } parameter when parameter.Identifier.Span == diagnostic.Location.SourceSpan && IsText(type) && IsEmpty(parameter.Default?.Value) => parameter,
            _ => null,
        };

    /// <summary>The same with the other type. A text that is required may be empty; a guarded one is there or it is not.</summary>
    /// <param name="member">What <see cref="At"/> found.</param>
    /// <param name="model">The file.</param>
    /// <param name="isOptional">Whether the new type is nullable in any case.</param>
    public static SyntaxNode Guard(SyntaxNode member, SemanticModel model, bool isOptional)
    {
        var type = member is PropertyDeclarationSyntax property ? property.Type : ((ParameterSyntax)member).Type!;
        var isAnnotated = (model.GetNullableContext(type.SpanStart) & NullableContext.AnnotationsEnabled) != NullableContext.Disabled;
        var name = TypeNames.InScope("GuardedString", model, type.SpanStart) + (type is NullableTypeSyntax || (isOptional && isAnnotated) ? "?" : "");
        var guarded = SyntaxFactory.ParseTypeName(name).WithTriviaFrom(type);
        if (member is ParameterSyntax parameter)
            return parameter.WithType(guarded).WithDefault(IsNull(parameter.Default?.Value) ? parameter.Default : null);
        var old = (PropertyDeclarationSyntax)member;
        if (old.Initializer is null || IsNull(old.Initializer.Value))
            return old.WithType(guarded);
        return old.WithType(guarded).WithInitializer(null).WithSemicolonToken(default)
            .WithAccessorList(old.AccessorList!.WithTrailingTrivia(old.SemicolonToken.TrailingTrivia));
    }

    private static bool IsText(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } or NullableTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } };

    private static bool IsEmpty(ExpressionSyntax? value) => value is null || IsNull(value)
        || value is LiteralExpressionSyntax { Token.ValueText: "" } || (value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: var type } && type.ToString() is "string" or "String");

    private static bool IsNull(ExpressionSyntax? value) => value.IsKind(SyntaxKind.NullLiteralExpression);
}
