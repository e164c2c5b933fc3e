using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Sluice.CodeFixes;

/// <summary>SLC004: adds the latest token that a sync lacks, or the sync that a latest token lacks, for the author to fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartnerOperationFix))]
[Shared]
public sealed class AddPartnerOperationFix : LawFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SLC004");

    /// <inheritdoc/>
    protected override async Task<string?> DescribeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return MethodAt(root, diagnostic) is null ? null : $"Add a method with [{diagnostic.Properties["Operation"]}] for {diagnostic.Properties["Subject"]}";
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan).ThenBy(diagnostic => Place(editor.OriginalRoot, diagnostic)))
        {
            if (MethodAt(editor.OriginalRoot, diagnostic) is { } method)
                editor.InsertAfter(method, Partner(diagnostic.Properties, method, editor.SemanticModel, names));
        }

        return editor.GetChangedDocument();
    }

    private static MethodDeclarationSyntax? MethodAt(SyntaxNode? root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey("Operation")
            && root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax } method ? method : null;

    // Of several object classes that one method serves, the one that it names first.
    private static int Place(SyntaxNode root, Diagnostic diagnostic)
        => MethodAt(root, diagnostic)?.AttributeLists.ToString().IndexOf(diagnostic.Properties["ObjectClass"] ?? "", StringComparison.Ordinal) ?? 0;

    private static MemberDeclarationSyntax Partner(ImmutableDictionary<string, string?> facts, MethodDeclarationSyntax method, SemanticModel model, HashSet<string> names)
    {
        var operation = facts["Operation"]!;
        var target = facts["Target"];
        var isLatest = string.Equals(operation, "LatestSyncToken", StringComparison.Ordinal);
        var isAsync = string.Equals(facts["Pace"], "asynchronous", StringComparison.Ordinal);
        var isAnnotated = (model.GetNullableContext(method.SpanStart) & NullableContext.AnnotationsEnabled) != NullableContext.Disabled;
        var token = facts["Token"] + (isAnnotated || string.Equals(facts["TokenKind"], "value", StringComparison.Ordinal) ? "?" : "");
        var ofTarget = target is null ? "" : $"<{target}>";

        var attribute = TypeNames.InScope($"{operation}Attribute", model, method.SpanStart, operation, target is null ? 0 : 1) + ofTarget
            + (facts["ObjectClass"] is { } objectClass ? $"({SymbolDisplay.FormatLiteral(objectClass, quote: true)})" : "");
        var answer = (isLatest, isAsync) switch
        {
            (true, true) => $"global::System.Threading.Tasks.ValueTask<{token}>",
            (true, false) => token,
            (false, true) => $"global::System.Collections.Generic.IAsyncEnumerable<global::Sluice.SyncDelta{ofTarget}>",
            (false, false) => $"global::System.Collections.Generic.IEnumerable<global::Sluice.SyncDelta{ofTarget}>",
        };
        var parameters = new List<string>();
        if (target is null)
            parameters.Add("global::Sluice.ObjectClass objectClass");
        if (!isLatest)
            parameters.Add($"{token} after");
        if (isAsync)
            parameters.Add("global::System.Threading.CancellationToken cancellation");
        var name = FreeName($"{(isLatest ? "Latest" : "Sync")}{facts["Subject"]}{(isAsync ? "Async" : "")}", method, model, names);

        var newLine = model.SyntaxTree.GetText().Lines[0] is var first && first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";
        var indent = Indentation(method);
        var text = $"{newLine}{indent}[{attribute}]{newLine}{indent}public {answer} {name}({string.Join(", ", parameters)}) => throw new global::System.NotImplementedException();{newLine}";
        return SyntaxFactory.ParseMemberDeclaration(text)!.WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static string Indentation(MethodDeclarationSyntax method)
    {
        var line = method.SyntaxTree.GetText().Lines.GetLineFromPosition(method.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string FreeName(string wanted, MethodDeclarationSyntax method, SemanticModel model, HashSet<string> names)
    {
        var taken = model.LookupSymbols(method.Identifier.SpanStart).Select(symbol => symbol.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var name = wanted;
        for (var number = 2; taken.Contains(name) || !names.Add(name); number++)
            name = FormattableString.Invariant($"{wanted}{number}");
        return name;
    }
}
