using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Fixes what <see cref="UpperCaseTypeAnalyzer"/> reports. Derived ones do it wrongly.</summary>
internal class UpperCaseTypeFix : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ["HRN200"];

    protected virtual string? Key => "Upper";

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        if (root.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || !Accepts(type))
            return;
        context.RegisterCodeFix(
            CodeAction.Create("Upper", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceToken(type.Identifier, Fixed(type.Identifier)))), Key),
            context.Diagnostics);
    }

    protected virtual bool Accepts(TypeDeclarationSyntax type) => true;

    protected virtual SyntaxToken Fixed(SyntaxToken name)
        => SyntaxFactory.Identifier(name.LeadingTrivia, char.ToUpperInvariant(name.Text[0]) + name.Text[1..], name.TrailingTrivia);

    internal sealed class ChangingNothing : UpperCaseTypeFix
    {
        protected override SyntaxToken Fixed(SyntaxToken name) => name;
    }

    internal sealed class NotFixing : UpperCaseTypeFix
    {
        protected override SyntaxToken Fixed(SyntaxToken name) => SyntaxFactory.Identifier(name.LeadingTrivia, name.Text + "x", name.TrailingTrivia);
    }

    internal sealed class BreakingTheBuild : UpperCaseTypeFix
    {
        protected override SyntaxToken Fixed(SyntaxToken name) => SyntaxFactory.Identifier(name.LeadingTrivia, "User", name.TrailingTrivia);
    }

    internal sealed class WithoutKey : UpperCaseTypeFix
    {
        protected override string? Key => null;
    }

    internal sealed class WithoutFixAll : UpperCaseTypeFix
    {
        public override FixAllProvider? GetFixAllProvider() => null;
    }

    internal sealed class FixingAllOtherwise : UpperCaseTypeFix
    {
        public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((_, document, _) => Task.FromResult<Document?>(document));
    }

    internal sealed class StoppingAtTheProject : UpperCaseTypeFix
    {
        public override FixAllProvider GetFixAllProvider() => new InAProject();

        private sealed class InAProject : FixAllProvider
        {
            public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

            public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext);
        }
    }

    internal sealed class EndingLinesItsOwnWay : UpperCaseTypeFix
    {
        protected override SyntaxToken Fixed(SyntaxToken name) => base.Fixed(name).WithTrailingTrivia(SyntaxFactory.LineFeed);
    }

    internal sealed class ForShortNames : UpperCaseTypeFix
    {
        protected override bool Accepts(TypeDeclarationSyntax type) => type.Identifier.Text.Length < 4;
    }
}
