using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>SLC005 and SLC210: gives an operation method the nearest documented shape, where its body still compiles then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OperationShapeFix))]
[Shared]
public sealed class OperationShapeFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SLC005", "SLC210");

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } change
            ? $"Declare it as '{change.New.WithAttributeLists(default).WithBody(null).WithExpressionBody(null).WithSemicolonToken(default).WithModifiers(default).WithoutTrivia().NormalizeWhitespace()}'"
            : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var changes = new Dictionary<MethodDeclarationSyntax, MethodDeclarationSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            if (await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } change)
                changes[change.Old] = change.New;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (old, _) => changes[old]));
    }

    private static async Task<(MethodDeclarationSyntax Old, MethodDeclarationSyntax New)?> ChangeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue("Nearest", out var nearest)
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || SyntaxFactory.ParseMemberDeclaration(nearest + ";") is not MethodDeclarationSyntax wanted)
        {
            return null;
        }

        wanted = Written(wanted, model, method.SpanStart, diagnostic.Properties.GetValueOrDefault("Target"));
        var changed = method.WithParameterList(OperationParameters.Merge(method.ParameterList, wanted.ParameterList));
        if (string.Equals(diagnostic.Properties.GetValueOrDefault("Changes"), "answer", StringComparison.Ordinal))
            changed = changed.WithReturnType(wanted.ReturnType.WithTriviaFrom(method.ReturnType));
        if (changed.IsEquivalentTo(method))
            return null;

        // What the body makes of it decides whether this is a repair.
        var tried = document.WithSyntaxRoot(root.ReplaceNode(method, changed));
        return await tried.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } after && Errors(after, cancellation) <= Errors(model, cancellation) ? (method, changed) : null;
    }

    private static int Errors(SemanticModel model, CancellationToken cancellation)
        => model.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // The types of the shape as they are written here.
    private static MethodDeclarationSyntax Written(MethodDeclarationSyntax wanted, SemanticModel model, int position, string? target)
    {
        var types = wanted.ParameterList.Parameters.Select(parameter => parameter.Type!).Append(wanted.ReturnType).SelectMany(type => type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>());
        return wanted.ReplaceNodes(types.Where(name => name.Parent is not QualifiedNameSyntax), (original, name) =>
        {
            var isTarget = target is not null && model.LookupNamespacesAndTypes(position, name: original.Identifier.ValueText).IsEmpty && target.EndsWith("." + original.Identifier.ValueText, StringComparison.Ordinal);
            var written = isTarget ? target! : TypeNames.InScope(original.Identifier.ValueText, model, position, name.WithoutTrivia().ToString(), original.Arity);
            return SyntaxFactory.ParseTypeName(written).WithTriviaFrom(name);
        });
    }
}
