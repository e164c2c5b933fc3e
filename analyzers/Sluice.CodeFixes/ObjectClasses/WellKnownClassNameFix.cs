using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.ObjectClasses;

/// <summary>SLC102: puts the constant where the name was mistyped. A constant of the author's own is left to the author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WellKnownClassNameFix))]
[Shared]
public sealed class WellKnownClassNameFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC102"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && Literal(root, diagnostic) is not null
            ? $"Write ObjectClasses.{diagnostic.Properties["Constant"]}"
            : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var constants = new Dictionary<LiteralExpressionSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (Literal(root, diagnostic) is { } literal)
                constants[literal] = $"{Known(model, literal.SpanStart)}.{diagnostic.Properties["Constant"]}";
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(constants.Keys, (old, _) => SyntaxFactory.ParseExpression(constants[old]).WithTriviaFrom(old)));
    }

    // A facade, and an author's own member, may have the same name: then the type is named in full.
    private static string Known(SemanticModel model, int position)
        => model.LookupSymbols(position, name: "ObjectClasses") is { Length: 1 } found && found[0] is INamedTypeSymbol ? "ObjectClasses" : "global::Sluice.ObjectClasses";

    private static LiteralExpressionSyntax? Literal(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as LiteralExpressionSyntax;
}
