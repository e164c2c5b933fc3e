using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Tokens;

/// <summary>SLC202: where a stop only leaves its loop, it leaves the sync.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenResultAfterStopFix))]
[Shared]
public sealed class TokenResultAfterStopFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC202"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null || Breaks(root, diagnostic).Length == 0 ? null : "Return when the handler says stop";
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var breaks = diagnostics.SelectMany(diagnostic => Breaks(root, diagnostic)).Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(breaks, static (old, _) => SyntaxFactory.ParseStatement(StatementText.Return(old)!).WithTriviaFrom(old)));
    }

    // One for every call of the handler, or none at all: a half of the fix would be no fix.
    private static ImmutableArray<StatementSyntax> Breaks(SyntaxNode root, Diagnostic diagnostic)
    {
        var breaks = ImmutableArray.CreateBuilder<StatementSyntax>();
        foreach (var location in diagnostic.AdditionalLocations)
        {
            if (location.SourceTree != root.SyntaxTree || Break(root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)) is not { } found || StatementText.Return(found) is null)
                return [];
            breaks.Add(found);
        }

        return breaks.ToImmutable();
    }

    // `if (!handler.Handle(delta)) break;`
    private static BreakStatementSyntax? Break(SyntaxNode call)
    {
        var condition = call;
        while (condition.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            condition = condition.Parent;
        return condition.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Parent: IfStatementSyntax choice }
            ? choice.Statement as BreakStatementSyntax ?? (choice.Statement as BlockSyntax)?.Statements.LastOrDefault() as BreakStatementSyntax
            : null;
    }
}
