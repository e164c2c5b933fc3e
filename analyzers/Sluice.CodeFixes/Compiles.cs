using Microsoft.CodeAnalysis;

namespace Sluice.CodeFixes;

/// <summary>Tells whether the project is as well after a change as before.</summary>
internal static class Compiles
{
    /// <summary>Whether the compiler finds no error that it did not find before.</summary>
    public static async Task<bool> StillAsync(Document document, SyntaxNode changed, CancellationToken cancellation)
    {
        var before = await ErrorsAsync(document.Project, cancellation).ConfigureAwait(false);
        var after = await ErrorsAsync(document.WithSyntaxRoot(changed).Project, cancellation).ConfigureAwait(false);
        return !after.Except(before, StringComparer.Ordinal).Any();
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(Project project, CancellationToken cancellation)
        => await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation ? []
            : compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                // Lines stay what they are, columns do not.
                .Select(static diagnostic => FormattableString.Invariant($"{diagnostic.Id} {diagnostic.Location.SourceTree?.FilePath} {diagnostic.Location.GetLineSpan().StartLinePosition.Line}"));
}
