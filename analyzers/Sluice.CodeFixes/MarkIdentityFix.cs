using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>SLC007: puts <c>[Uid]</c> or <c>[Name]</c> on the member that is called so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkIdentityFix))]
[Shared]
public sealed class MarkIdentityFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SLC007");

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return MemberOf(root, diagnostic) is null ? null : $"Put [{diagnostic.Properties["Mark"]}] on {diagnostic.Properties["Member"]}";
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        var marks = diagnostics
            .Select(diagnostic => (Member: MemberOf(root, diagnostic), Mark: diagnostic.Properties.TryGetValue("Mark", out var mark) ? mark : null))
            .Where(found => found is { Member: not null, Mark: not null })
            .ToLookup(found => found.Member!, found => TypeNames.InScope($"{found.Mark}Attribute", model, found.Member!.SpanStart, found.Mark));
        return document.WithSyntaxRoot(root.ReplaceNodes(marks.Select(marked => marked.Key), (original, member) => marks[original].Aggregate(member, Annotate)));
    }

    private static SyntaxNode? MemberOf(SyntaxNode? root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Member", out var name)
            || root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        // Another part of the type may be in the same file.
        var parts = type.Parent!.ChildNodes().OfType<TypeDeclarationSyntax>().Where(part => string.Equals(part.Identifier.ValueText, type.Identifier.ValueText, StringComparison.Ordinal) && part.Arity == type.Arity);
        return parts.SelectMany(part => part.Members.OfType<PropertyDeclarationSyntax>().Where(property => IsCalled(property.Identifier)).Cast<SyntaxNode>()
            .Concat(part is RecordDeclarationSyntax { ParameterList: { } list } ? list.Parameters.Where(parameter => IsCalled(parameter.Identifier)) : [])).FirstOrDefault();

        bool IsCalled(SyntaxToken identifier) => string.Equals(identifier.ValueText, name, StringComparison.Ordinal);
    }

    private static SyntaxNode Annotate(SyntaxNode member, string annotation)
    {
        // Parsed, since what is built of parts is laid out anew, and the code around it too.
        var list = SyntaxFactory.ParseCompilationUnit($"[{annotation}] class C;").Members[0].AttributeLists[0].WithLeadingTrivia(member.GetLeadingTrivia());
        return member.WithLeadingTrivia() switch
        {
            ParameterSyntax parameter => parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, list)),
            PropertyDeclarationSyntax property => property.WithAttributeLists(property.AttributeLists.Insert(0, list)),
            _ => member,
        };
    }
}
