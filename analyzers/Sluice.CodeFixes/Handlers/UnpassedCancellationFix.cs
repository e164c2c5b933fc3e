using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Handlers;

/// <summary>SLC306: passes the token on that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnpassedCancellationFix))]
[Shared]
public sealed class UnpassedCancellationFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC306"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
            && Target(root, diagnostic) is { } target
            && Compiles(target, diagnostic, model) ? $"Pass '{diagnostic.Properties["Token"]}' on" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var targets = new Dictionary<ExpressionSyntax, Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (Target(root, diagnostic) is { } target && Compiles(target, diagnostic, model))
                targets[target] = diagnostic;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(targets.Keys, (old, current) => Passed(current, targets[old])));
    }

    private static ExpressionSyntax? Target(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Token", out var token) || token is null)
            return null;
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return diagnostic.Properties.TryGetValue("Parameter", out var parameter) && parameter is not null
            ? node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression.Span.Contains(node.Span))
            : node as ExpressionSyntax;
    }

    private static ExpressionSyntax Passed(ExpressionSyntax target, Diagnostic diagnostic)
    {
        var token = SyntaxFactory.IdentifierName(diagnostic.Properties["Token"]!);
        if (diagnostic.Properties["Parameter"] is not { } parameter)
        {
            var source = target is InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax ? target : SyntaxFactory.ParenthesizedExpression(target.WithoutTrivia());
            return SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, source.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("WithCancellation")),
                SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(token)))).WithTrailingTrivia(target.GetTrailingTrivia());
        }

        var call = (InvocationExpressionSyntax)target;
        var given = call.ArgumentList.Arguments;
        var argument = SyntaxFactory.Argument(token);
        if (diagnostic.Properties.TryGetValue("Named", out var named) && named is not null)
            argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space));
        if (given.Count == 0)
            return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(argument)));
        // Behind the last one, before whatever stands between it and the bracket.
        var last = given[given.Count - 1];
        var comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
            [.. given.Take(given.Count - 1), last.WithoutTrailingTrivia(), argument.WithTrailingTrivia(last.GetTrailingTrivia())],
            given.GetSeparators().Concat([comma]))));
    }

    // An extension method may not be in scope, an overload may be ambiguous.
    private static bool Compiles(ExpressionSyntax target, Diagnostic diagnostic, SemanticModel model)
        => model.GetSpeculativeSymbolInfo(target.SpanStart, Passed(target, diagnostic), SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol;
}
