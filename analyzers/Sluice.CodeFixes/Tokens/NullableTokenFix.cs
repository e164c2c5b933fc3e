using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Tokens;

/// <summary>
/// SLC211: makes the token parameter nullable, where null then means "from the beginning" wherever the body uses it: it is handed on
/// to something that takes null, or compared with a position that lies behind it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullableTokenFix))]
[Shared]
public sealed class NullableTokenFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC211"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } change ? $"Make it {change.Type}?" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var changes = new Dictionary<MethodDeclarationSyntax, MethodDeclarationSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            if (await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } change)
                changes[change.Old] = change.New;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (old, _) => changes[old]));
    }

    private static async Task<(MethodDeclarationSyntax Old, MethodDeclarationSyntax New, string Type)?> ChangeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } type, Parent.Parent: MethodDeclarationSyntax method } parameter
            || model.GetDeclaredSymbol(parameter, cancellation) is not { ContainingSymbol: IMethodSymbol { IsPartialDefinition: false, PartialDefinitionPart: null } } symbol)
        {
            return null;
        }

        var uses = ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => string.Equals(name.Identifier.ValueText, symbol.Name, StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, symbol))
            .ToArray() ?? [];
        if (Array.Exists(uses, use => !IsHandedOn(use, model, cancellation) && Comparison(use) is null))
            return null;

        var beyond = uses.Select(Comparison).OfType<BinaryExpressionSyntax>().Where(comparison => IsBehind(comparison, uses)).Distinct();
        var nullable = SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
        var changed = method.ReplaceNodes([.. beyond, (SyntaxNode)type], (old, rewritten) => old == type ? nullable : OrFromTheBeginning((BinaryExpressionSyntax)rewritten, old, parameter.Identifier.Text));
        var tried = document.WithSyntaxRoot(root.ReplaceNode(method, changed));
        return await tried.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } after && Complaints(after, cancellation) <= Complaints(model, cancellation)
            ? (method, changed, type.WithoutTrivia().ToString())
            : null;
    }

    // An argument of its own type; boxed or formatted, null would become something else.
    private static bool IsHandedOn(IdentifierNameSyntax use, SemanticModel model, CancellationToken cancellation)
        => use.Parent is ArgumentSyntax && model.GetTypeInfo(use, cancellation) is { Type: { } type, ConvertedType: { } converted }
            && (SymbolEqualityComparer.Default.Equals(type, converted) || converted.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private static BinaryExpressionSyntax? Comparison(IdentifierNameSyntax use)
        => use.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression } comparison ? comparison : null;

    // Everything lies behind no token. A comparison with null is false, which is right where the token stands on the greater side.
    private static bool IsBehind(BinaryExpressionSyntax comparison, IdentifierNameSyntax[] uses)
        => comparison.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            ? Array.IndexOf(uses, comparison.Right) >= 0
            : Array.IndexOf(uses, comparison.Left) >= 0;

    private static ExpressionSyntax OrFromTheBeginning(BinaryExpressionSyntax comparison, SyntaxNode old, string token)
    {
        var whole = SyntaxFactory.ParseExpression($"{token} is null || {comparison.WithoutTrivia()}");
        var standsAlone = old.Parent is LambdaExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or IfStatementSyntax or WhileStatementSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax or EqualsValueClauseSyntax;
        return (standsAlone ? whole : SyntaxFactory.ParenthesizedExpression(whole)).WithTriviaFrom(old);
    }

    private static int Complaints(SemanticModel model, CancellationToken cancellation)
        => model.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
