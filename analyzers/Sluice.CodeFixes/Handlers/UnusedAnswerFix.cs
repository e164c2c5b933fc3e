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
        => await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model && Statement(model, diagnostic, cancellation) is not null ? "Return when the handler says stop" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var newLine = StatementText.NewLine(root);
        var statements = diagnostics.Select(diagnostic => Statement(model, diagnostic, cancellation)).OfType<ExpressionStatementSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(statements, (old, _) => Guard(old, newLine)));
    }

    private static IfStatementSyntax Guard(ExpressionStatementSyntax statement, string newLine)
    {
        var indentation = StatementText.Indentation(statement.GetFirstToken());
        var call = statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;
        var text = $"if (!{call.WithoutTrivia().ToFullString()}){newLine}{indentation}    {StatementText.Return(statement)}";
        return (IfStatementSyntax)SyntaxFactory.ParseStatement(text).WithTriviaFrom(statement);
    }

    private static ExpressionStatementSyntax? Statement(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // A return from a helper would not end the sync.
        if (!IsSync(model.GetEnclosingSymbol(diagnostic.Location.SourceSpan.Start, cancellation)))
            return null;
        var call = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return call.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement
            && statement.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } }
            && !call.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            && StatementText.Return(statement) is not null ? statement : null;
    }

    private static bool IsSync(ISymbol? symbol)
        => symbol is IMethodSymbol && symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.OriginalDefinition is { Name: "SyncAttribute", ContainingNamespace: { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true } });
}
