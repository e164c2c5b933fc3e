using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.CodeFixes;

/// <summary>Tells whether the project is as well after another type of a member as before.</summary>
internal static class Compiles
{
    /// <summary>Whether the compiler finds no error that it did not find before. Only files that can see the member are compiled.</summary>
    /// <param name="document">The file.</param>
    /// <param name="member">The property, or the parameter of a record, as it is.</param>
    /// <param name="changed">As it would be.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<bool> StillAsync(Document document, SyntaxNode member, SyntaxNode changed, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return false;
        foreach (var after in document.WithSyntaxRoot(root.ReplaceNode(member, changed)).Project.Documents)
        {
            if (after.Id != document.Id && !MayMention(await after.GetTextAsync(cancellation).ConfigureAwait(false), member))
                continue;
            var errors = await ErrorsAsync(after, cancellation).ConfigureAwait(false);
            if (errors.Count > 0 && errors.Except(await ErrorsAsync(document.Project.GetDocument(after.Id), cancellation).ConfigureAwait(false), StringComparer.Ordinal).Any())
                return false;
        }

        return true;
    }

    // Whoever uses a property names it, and its type's other parts name the type. What a record is made of goes without either.
    private static bool MayMention(SourceText text, SyntaxNode member)
        => member is not PropertyDeclarationSyntax { Identifier.ValueText: var name, Parent: TypeDeclarationSyntax { Identifier.ValueText: var type } }
            || text.ToString() is var code && (code.Contains(name) || code.Contains(type));

    private static async Task<IReadOnlyList<string>> ErrorsAsync(Document? document, CancellationToken cancellation)
        => document is null || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model ? []
            : [.. model.GetDiagnostics(cancellationToken: cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                // Lines stay what they are, columns do not.
                .Select(static diagnostic => FormattableString.Invariant($"{diagnostic.Id} {diagnostic.Location.GetLineSpan().StartLinePosition.Line}"))];
}
