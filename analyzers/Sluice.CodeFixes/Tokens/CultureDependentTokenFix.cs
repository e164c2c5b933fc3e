using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.Tokens;

/// <summary>SLC213: writes and reads a value the same way on every machine, times with their fractions.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureDependentTokenFix))]
[Shared]
public sealed class CultureDependentTokenFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC213"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
            && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            && Change(root, model, diagnostic) is not null ? "Do it the same way in every culture" : null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var changes = diagnostics.Select(diagnostic => Change(root, model, diagnostic)).OfType<(SyntaxNode Old, SyntaxNode New)>().GroupBy(static change => change.Old).ToDictionary(static change => change.Key, static change => change.First().New);
        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (old, _) => changes[old]));
    }

    private static (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var isTime = diagnostic.Properties.TryGetValue("Of", out var kind) && string.Equals(kind, "time", StringComparison.Ordinal);
        var culture = $"{TypeNames.InScope("CultureInfo", model, node.SpanStart)}.InvariantCulture";
        return node switch
        {
            InterpolationSyntax hole when isTime => (hole, hole.WithFormatClause(Round())),
            InterpolationSyntax { FormatClause: null } hole => (hole, hole.WithExpression(SyntaxFactory.ParseExpression($"{Operand(hole.Expression)}.ToString({culture})"))),
            InterpolationSyntax => null,
            InvocationExpressionSyntax call => Call(call, model, isTime, culture) is { } arguments ? (call, call.WithArgumentList(arguments)) : null,
            ExpressionSyntax value => (value, SyntaxFactory.ParseExpression($"{Operand(value)}.ToString({(isTime ? "\"O\", " : "")}{culture})").WithTriviaFrom(value)),
            _ => null,
        };
    }

    // A time that may be null, or that is converted, takes no format.
    private static ArgumentListSyntax? Call(InvocationExpressionSyntax call, SemanticModel model, bool isTime, string culture) => model.GetSymbolInfo(call).Symbol switch
    {
        IMethodSymbol { Name: "ToString", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => null,
        IMethodSymbol { Name: "ToString", IsStatic: true } when isTime => null,
        IMethodSymbol { Name: "ToString", IsStatic: false } when isTime => Arguments($"(\"O\", {culture})", call),
        IMethodSymbol { Name: "ToString", IsStatic: false } => Arguments(FormatOf(call) is { } format ? $"({format}, {culture})" : $"({culture})", call),
        IMethodSymbol when call.ArgumentList.Arguments.Count > 0 => Reading(call, call.ArgumentList.Arguments[0], culture),
        _ => null,
    };

    // `Parse(text)`, `TryParse(text, out var value)`: the provider comes second in all of them. One that names the machine's culture gives way.
    private static ArgumentListSyntax Reading(InvocationExpressionSyntax call, ArgumentSyntax text, string culture)
    {
        var provider = SyntaxFactory.ParseArgumentList($"({culture})").Arguments[0];
        var old = call.ArgumentList.Arguments.FirstOrDefault(static argument => argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentCulture" or "CurrentUICulture" } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression });
        if (old is not null)
            return call.ArgumentList.ReplaceNode(old, provider.WithTriviaFrom(old));
        var rest = call.ArgumentList.Arguments.Skip(1).Select(static argument => $", {argument}");
        return Arguments($"({text}, {culture}{string.Concat(rest)})", call);
    }

    private static ArgumentListSyntax Arguments(string text, InvocationExpressionSyntax call) => SyntaxFactory.ParseArgumentList(text).WithTriviaFrom(call.ArgumentList);

    private static string? FormatOf(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } format ? format.ToString() : null;

    private static InterpolationFormatClauseSyntax Round()
        => ((InterpolationSyntax)((InterpolatedStringExpressionSyntax)SyntaxFactory.ParseExpression("$\"{x:O}\"")).Contents[0]).FormatClause!;

    private static string Operand(ExpressionSyntax value)
        => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax ? value.WithoutTrivia().ToFullString() : $"({value.WithoutTrivia().ToFullString()})";
}
