using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Statements that fixes write, laid out like their neighbours.</summary>
internal static class StatementText
{
    /// <summary>One statement on a line of its own.</summary>
    public static StatementSyntax Line(string text, string indentation, string newLine)
        => SyntaxFactory.ParseStatement(text).WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));

    /// <summary>The white space that a line with this token begins with.</summary>
    public static string Indentation(SyntaxToken token)
    {
        var text = token.SyntaxTree!.GetText();
        var line = text.Lines.GetLineFromPosition(token.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>How the file ends its lines.</summary>
    public static string NewLine(SyntaxNode root)
        => root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";

    /// <summary>The <c>return</c> that leaves the function around a node; null where it has to give an answer that cannot be made up.</summary>
    public static string? Return(SyntaxNode node)
    {
        var function = node.Ancestors().FirstOrDefault(static outer => outer is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var (type, modifiers) = function switch
        {
            MethodDeclarationSyntax method => (method.ReturnType.ToString(), method.Modifiers),
            LocalFunctionStatementSyntax local => (local.ReturnType.ToString(), local.Modifiers),
            _ => ("", default),
        };
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        return type switch
        {
            "void" => "return;",
            "Task" or "ValueTask" when isAsync => "return;",
            "Task" => "return Task.CompletedTask;",
            "ValueTask" => "return default;",
            "bool" => "return false;",
            "Task<bool>" or "ValueTask<bool>" when isAsync => "return false;",
            _ => null,
        };
    }
}
