using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Handlers;

/// <summary>SLC304: lets the exception pass on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedExceptionFix))]
[Shared]
public sealed class SwallowedExceptionFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC304"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && Clause(root, diagnostic) is not null ? "Throw it again" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var newLine = StatementText.NewLine(root);
        var clauses = diagnostics.Select(diagnostic => Clause(root, diagnostic)).OfType<CatchClauseSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(clauses.Select(static clause => clause.Block), (old, block) => Rethrow(old, block, newLine)));
    }

    private static BlockSyntax Rethrow(BlockSyntax old, BlockSyntax block, string newLine)
    {
        if (block.Statements.LastOrDefault() is { } last && last is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax)
            return block.ReplaceNode(last, SyntaxFactory.ParseStatement("throw;").WithTriviaFrom(last));
        var isOneLine = !old.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) && trivia.Token.IsKind(SyntaxKind.OpenBraceToken));
        return isOneLine
            ? block.AddStatements(SyntaxFactory.ParseStatement("throw; "))
            : block.AddStatements(StatementText.Line("throw;", StatementText.Indentation(old.CloseBraceToken) + "    ", newLine));
    }

    private static CatchClauseSyntax? Clause(SyntaxNode root, Diagnostic diagnostic) => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as CatchClauseSyntax;
}
