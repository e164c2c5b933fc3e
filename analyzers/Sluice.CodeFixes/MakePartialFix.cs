using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>SLC001: makes a type partial, and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SLC001");

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var types = Closed(root, diagnostic).Select(type => type.Identifier.Text).Reverse().Distinct(StringComparer.Ordinal).ToArray();
        return types.Length == 0 ? null : $"Make {string.Join(" and ", types)} partial";
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var closed = diagnostics.SelectMany(diagnostic => Closed(root, diagnostic)).Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(closed, static (_, type) => Open(type)));
    }

    // The type and those around it, as far as they are not partial; and what else this file declares of them.
    private static IEnumerable<TypeDeclarationSyntax> Closed(SyntaxNode? root, Diagnostic diagnostic)
        => root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().SelectMany(Parts).Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) ?? [];

    private static IEnumerable<TypeDeclarationSyntax> Parts(TypeDeclarationSyntax type)
        => type.Parent?.ChildNodes().OfType<TypeDeclarationSyntax>().Where(other => other.RawKind == type.RawKind
            && string.Equals(other.Identifier.ValueText, type.Identifier.ValueText, StringComparison.Ordinal)
            && other.Arity == type.Arity) ?? [type];

    internal static TypeDeclarationSyntax Open(TypeDeclarationSyntax type)
    {
        // No elastic trivia: the layout stays the author's.
        var partial = SyntaxFactory.Token(type.Keyword.LeadingTrivia, SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return (TypeDeclarationSyntax)type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(type.Modifiers.Add(partial));
    }
}
