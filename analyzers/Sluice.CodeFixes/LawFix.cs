using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Sluice.CodeFixes;

/// <summary>
/// A fix for the breaches of one law. Fixing one and fixing all are the same thing with another number of diagnostics, one
/// document at a time, so that both come to the same.
/// </summary>
public abstract class LawFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics)
        => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await DescribeAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } title)
                continue;
            var action = CodeAction.Create(
                title,
                cancellation => FixAsync(context.Document, ImmutableArray.Create(diagnostic), cancellation),
                diagnostic.Id);
            context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>What the fix would do; null where it would do nothing, or nothing that compiles.</summary>
    protected abstract Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>Fixes some diagnostics of one document and leaves alone those that it cannot fix.</summary>
    protected abstract Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation);
}
