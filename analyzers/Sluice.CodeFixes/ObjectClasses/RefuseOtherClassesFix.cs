using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes.ObjectClasses;

/// <summary>SLC103: refuses the classes that no branch handles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefuseOtherClassesFix))]
[Shared]
public sealed class RefuseOtherClassesFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SLC103"];

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is null ? null : "Throw UnsupportedObjectClassException";

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var changes = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var diagnostic in diagnostics)
        {
            if (await ChangeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } change)
                changes[change.Old] = change.New;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (old, _) => changes[old]));
    }

    private static async Task<(SyntaxNode Old, SyntaxNode New)?> ChangeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || root.FindToken(diagnostic.Location.SourceSpan.Start) is not { Parent: { } place } token
            || Exception(place, model, diagnostic, cancellation) is not { } exception)
        {
            return null;
        }

        var newLine = StatementText.NewLine(root);
        var change = place switch
        {
            DefaultSwitchLabelSyntax { Parent: SwitchSectionSyntax { Labels.Count: 1, Statements.Count: > 0 } section } => (section, InSection(section, exception)),
            SwitchStatementSyntax statement => (statement, WithDefault(statement, exception, newLine)),
            DiscardPatternSyntax { Parent: SwitchExpressionArmSyntax arm } => (arm.Expression, Thrown(arm.Expression, exception)),
            ConditionalExpressionSyntax { WhenFalse: var other } when IsNothing(other) => (other, Thrown(other, exception)),
            ConditionalExpressionSyntax { WhenTrue: var other } when IsNothing(other) => (other, Thrown(other, exception)),
            IfStatementSyntax statement => OfIf(statement, exception, newLine),
            _ => default((SyntaxNode Old, SyntaxNode New)?),
        };
        if (change is not { } found)
            return null;

        // What the compiler makes of it decides whether this is a repair.
        var tried = document.WithSyntaxRoot(root.ReplaceNode(found.Old, found.New));
        return await tried.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } after && Errors(after, cancellation) <= Errors(model, cancellation) ? found : null;
    }

    private static string? Exception(SyntaxNode place, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || model.GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return null;
        if (symbol.Parameters.FirstOrDefault(parameter => parameter.Type is { Name: "ObjectClass", ContainingNamespace.Name: "Sluice" }) is not { } asked)
            return null;
        var type = TypeNames.InScope("ObjectClass", model, place.SpanStart);
        var handled = (diagnostic.Properties["Handled"] ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(name => Written(type, name)).ToArray();
        var isModern = place.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 };
        var list = isModern ? $"[{string.Join(", ", handled)}]" : handled.Length == 0 ? $"global::System.Array.Empty<{type}>()" : $"new[] {{ {string.Join(", ", handled)} }}";
        return $"new {TypeNames.InScope("UnsupportedObjectClassException", model, place.SpanStart)}({asked.Name}, {list}, \"{diagnostic.Properties["Operation"]}\")";
    }

    private static string Written(string type, string name) => name.ToUpperInvariant() switch
    {
        "__ACCOUNT__" => $"{type}.Account",
        "__GROUP__" => $"{type}.Group",
        _ => $"{type}.Of({SymbolDisplay.FormatLiteral(name, quote: true)})",
    };

    private static SyntaxNode InSection(SwitchSectionSyntax section, string exception)
        => section.WithStatements([SyntaxFactory.ParseStatement($"throw {exception};").WithLeadingTrivia(section.Statements[0].GetLeadingTrivia()).WithTrailingTrivia(section.Statements[section.Statements.Count - 1].GetTrailingTrivia())]);

    private static SyntaxNode WithDefault(SwitchStatementSyntax statement, string exception, string newLine)
    {
        var indentation = statement.Sections.Count > 0 ? StatementText.Indentation(statement.Sections[0].GetFirstToken()) : StatementText.Indentation(statement.SwitchKeyword) + "    ";
        var text = $"switch (0){newLine}{{{newLine}{indentation}default:{newLine}{indentation}    throw {exception};{newLine}}}";
        return statement.AddSections([.. ((SwitchStatementSyntax)SyntaxFactory.ParseStatement(text)).Sections]);
    }

    private static SyntaxNode Thrown(ExpressionSyntax old, string exception) => SyntaxFactory.ParseExpression($"throw {exception}").WithTriviaFrom(old);

    private static (SyntaxNode Old, SyntaxNode New)? OfIf(IfStatementSyntax statement, string exception, string newLine)
    {
        // "If it is not ours, leave": what leaves throws instead.
        if (IsNegative(statement.Condition))
        {
            var leaving = statement.Statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : statement.Statement;
            return leaving is ReturnStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement } ? (leaving, SyntaxFactory.ParseStatement($"throw {exception};").WithTriviaFrom(leaving)) : null;
        }

        // The one chain of conditions about the class lacks its end.
        if (statement.Else is not null || statement.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return null;
        var chain = statement.AncestorsAndSelf().TakeWhile(node => node is IfStatementSyntax or ElseClauseSyntax).OfType<IfStatementSyntax>().ToArray();
        if (method.DescendantNodes().OfType<IfStatementSyntax>().Any(other => Array.IndexOf(chain, other) < 0 && AsksForClass(other.Condition)))
            return null;
        var indentation = StatementText.Indentation(chain[chain.Length - 1].IfKeyword);
        var throwing = StatementText.Line($"throw {exception};", indentation + "    ", newLine);
        var otherwise = SyntaxFactory.ElseClause(
            SyntaxFactory.Token(SyntaxKind.ElseKeyword).WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine)),
            throwing.WithTrailingTrivia(statement.GetTrailingTrivia()));
        return (statement, statement.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine)).WithElse(otherwise));

        bool AsksForClass(ExpressionSyntax condition) => method.ParameterList.Parameters.Any(parameter => parameter.Type?.ToString() is "ObjectClass" or "Sluice.ObjectClass" or "global::Sluice.ObjectClass"
            && condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => string.Equals(name.Identifier.ValueText, parameter.Identifier.ValueText, StringComparison.Ordinal)));
    }

    private static bool IsNegative(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => IsNegative(both.Left) && IsNegative(both.Right),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => true,
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" or "CompletedTask" } => true,
        _ => false,
    };

    private static int Errors(SemanticModel model, CancellationToken cancellation)
        => model.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
