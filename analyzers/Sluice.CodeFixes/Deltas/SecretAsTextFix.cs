using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Deltas;

/// <summary>SLC406: guards a password, where it is declared or where it is set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretAsTextFix))]
[Shared]
public sealed class SecretAsTextFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC406"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await FixAsync(document, [diagnostic], cancellation).ConfigureAwait(false) != document ? "Make it a GuardedString" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var nodes = new List<SyntaxNode>();
        foreach (var node in diagnostics.Select(diagnostic => GuardedProperty.At(root, diagnostic) ?? Text(root, model, diagnostic, cancellation)).OfType<SyntaxNode>().Distinct())
        {
            if (node is ExpressionSyntax || await Compiles.StillAsync(document, node, Guard(node, model), cancellation).ConfigureAwait(false))
                nodes.Add(node);
        }

        return nodes.Count == 0 ? document : document.WithSyntaxRoot(root.ReplaceNodes(nodes, (node, _) => Guard(node, model)));
    }

    private static SyntaxNode Guard(SyntaxNode node, SemanticModel model)
    {
        if (node is not ExpressionSyntax text)
            return GuardedProperty.Guard(node, model, isOptional: false);
        var name = TypeNames.InScope("GuardedString", model, node.SpanStart);
        return SyntaxFactory.ParseExpression($"{name}.FromString({text.WithoutTrivia().ToFullString()})").WithTriviaFrom(text);
    }

    // A text that may be null has no guarded form.
    private static ExpressionSyntax? Text(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax text
            && text.FirstAncestorOrSelf<ArgumentSyntax>() is not null && !SyntaxFacts.IsInTypeOnlyContext(text)
            && model.GetTypeInfo(text, cancellation) is { Type.SpecialType: SpecialType.System_String, Nullability.FlowState: not NullableFlowState.MaybeNull } ? text : null;
}
