using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Sluice.CodeFixes.Tokens;

/// <summary>
/// SLC201: reports the token that the sync reports elsewhere; where nothing was delivered, the one that the sync was given.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingTokenResultFix))]
[Shared]
public sealed class MissingTokenResultFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC201"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null || Place(root, diagnostic) is null ? null
            : diagnostic.Properties.TryGetValue("Token", out var token) ? $"Report '{token}'"
            : diagnostic.Properties.TryGetValue("Input", out var input) ? $"Report the position that came in, '{input}'"
            : null;
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var newLine = StatementText.NewLine(root);
        foreach (var diagnostic in diagnostics)
        {
            if (Place(root, diagnostic) is not { } place || Report(diagnostic, place) is not { } report)
                continue;
            var indentation = StatementText.Indentation(diagnostic.Location.SourceTree == root.SyntaxTree ? root.FindToken(diagnostic.Location.SourceSpan.Start) : place.GetFirstToken());
            switch (place)
            {
                case BlockSyntax:
                    var inner = indentation + "    ";
                    editor.ReplaceNode(place, (node, _) => ((BlockSyntax)node).AddStatements(StatementText.Line(report, inner, newLine)));
                    break;
                case { Parent: BlockSyntax or SwitchSectionSyntax }:
                    editor.InsertBefore(place, StatementText.Line(report, indentation, newLine));
                    break;
                default:
                    editor.ReplaceNode(place, Enclose((StatementSyntax)place, report, newLine));
                    break;
            }
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }

    // `if (x) return;` becomes `if (x)` with a block.
    private static BlockSyntax Enclose(StatementSyntax end, string report, string newLine)
    {
        var outer = StatementText.Indentation(end.Parent!.GetFirstToken());
        var inner = outer + "    ";
        var isOnLineOfItsOwn = end.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia);
        var open = SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(outer)).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        if (!isOnLineOfItsOwn)
            open = open.WithLeadingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.Whitespace(outer));
        return SyntaxFactory.Block(
            open,
            SyntaxFactory.List([StatementText.Line(report, inner, newLine), end.WithLeadingTrivia(SyntaxFactory.Whitespace(inner)).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine))]),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(outer)).WithTrailingTrivia(end.GetTrailingTrivia()));
    }

    private static SyntaxNode? Place(SyntaxNode root, Diagnostic diagnostic)
        => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is var place && place is ReturnStatementSyntax or BlockSyntax { Parent: MethodDeclarationSyntax } ? place : null;

    private static string? Report(Diagnostic diagnostic, SyntaxNode place)
    {
        var handler = diagnostic.Properties["Handler"];
        if (diagnostic.Properties.TryGetValue("Token", out var token))
            return $"{handler}.HandleResult({token});";
        if (!diagnostic.Properties.TryGetValue("Input", out var input))
            return null;
        var names = place.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.DescendantTokens().Where(static name => name.IsKind(SyntaxKind.IdentifierToken)).Select(static name => name.ValueText) ?? [];
        var position = names.Contains("unchanged", StringComparer.Ordinal) ? "unchangedPosition" : "unchanged";
        return $"if ({input} is {{ }} {position}) {handler}.HandleResult({position});";
    }
}
