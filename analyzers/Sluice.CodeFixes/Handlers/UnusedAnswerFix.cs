using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Handlers;

/// <summary>SLC301: returns when the handler says stop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedAnswerFix))]
[Shared]
public sealed class UnusedAnswerFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC301"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && Statement(root, diagnostic) is not null ? "Return when the handler says stop" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var newLine = StatementText.NewLine(root);
        var statements = diagnostics.Select(diagnostic => Statement(root, diagnostic)).OfType<ExpressionStatementSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(statements, (old, _) => Guard(old, newLine)));
    }

    private static IfStatementSyntax Guard(ExpressionStatementSyntax statement, string newLine)
    {
        var indentation = StatementText.Indentation(statement.GetFirstToken());
        var call = statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;
        var text = $"if (!{call.WithoutTrivia().ToFullString()}){newLine}{indentation}    {StatementText.Return(statement)}";
        return (IfStatementSyntax)SyntaxFactory.ParseStatement(text).WithTriviaFrom(statement);
    }

    private static ExpressionStatementSyntax? Statement(SyntaxNode root, Diagnostic diagnostic)
    {
        var call = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return call.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement
            && statement.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } }
            && !call.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            && StatementText.Return(statement) is not null ? statement : null;
    }
}
