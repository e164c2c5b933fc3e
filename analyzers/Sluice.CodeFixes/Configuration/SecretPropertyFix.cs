using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Sluice.CodeFixes.Configuration;

/// <summary>SLC501: makes a secret of the configuration a guarded text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretPropertyFix))]
[Shared]
public sealed class SecretPropertyFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC501"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await FixAsync(document, [diagnostic], cancellation).ConfigureAwait(false) != document ? "Make it a GuardedString" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var members = new List<SyntaxNode>();
        foreach (var member in diagnostics.Select(diagnostic => GuardedProperty.At(root, diagnostic)).OfType<SyntaxNode>().Distinct())
        {
            // What validates a text does not validate a secret (SLC011).
            if (!IsValidatedAsText(model.GetDeclaredSymbol(member, cancellation))
                && await Compiles.StillAsync(document, member, GuardedProperty.Guard(member, model, isOptional: true), cancellation).ConfigureAwait(false))
            {
                members.Add(member);
            }
        }

        return members.Count == 0 ? document : document.WithSyntaxRoot(root.ReplaceNodes(members, (member, _) => GuardedProperty.Guard(member, model, isOptional: true)));
    }

    private static bool IsValidatedAsText(ISymbol? symbol)
        => symbol?.GetAttributes().Any(static attribute => attribute.AttributeClass is { ContainingNamespace: { Name: "DataAnnotations" }, Name: not "RequiredAttribute" }) != false;
}
