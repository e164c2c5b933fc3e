using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Shape;

/// <summary>SLC012: makes the class a connector.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OperationOfConnectorFix))]
[Shared]
public sealed class OperationOfConnectorFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC012"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && TypeAt(root, diagnostic) is not null
            ? $"Add [Connector(\"{diagnostic.Properties["Subject"]}\")]"
            : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var names = new Dictionary<TypeDeclarationSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (TypeAt(root, diagnostic) is { } type)
                names[type] = diagnostic.Properties["Subject"]!;
        }

        var newLine = StatementText.NewLine(root);
        var types = names.Keys.SelectMany(static type => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()).Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(types, (old, type) =>
        {
            var open = type.Modifiers.Any(SyntaxKind.PartialKeyword) ? type : MakePartialFix.Open(type);
            return names.TryGetValue(old, out var name) ? Annotate(old, open, TypeNames.InScope("ConnectorAttribute", model, old.SpanStart, "Connector"), name, newLine) : open;
        }));
    }

    // Comments stay above the annotations.
    private static TypeDeclarationSyntax Annotate(TypeDeclarationSyntax old, TypeDeclarationSyntax type, string attribute, string name, string newLine)
    {
        var first = type.GetFirstToken();
        var indentation = SyntaxFactory.Whitespace(StatementText.Indentation(old.GetFirstToken()));
        var argument = SyntaxFactory.ParseAttributeArgumentList($"({SymbolDisplay.FormatLiteral(name, quote: true)})");
        var annotation = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName(attribute), argument)))
            .WithLeadingTrivia(first.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        var bare = type.ReplaceToken(first, first.WithLeadingTrivia(indentation));
        return (TypeDeclarationSyntax)bare.WithAttributeLists(bare.AttributeLists.Insert(0, annotation));
    }

    private static TypeDeclarationSyntax? TypeAt(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey("Subject") ? root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as TypeDeclarationSyntax : null;
}
