using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>What the source says about loops; the graph has none any more.</summary>
internal static class LoopSyntax
{
    /// <summary>The loops around a node, the innermost first, of the same body.</summary>
    public static IEnumerable<StatementSyntax> Around(SyntaxNode node)
    {
        for (var at = node; at.Parent is { } parent; at = parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                yield break;
            if (BodyOf(parent) == at)
                yield return (StatementSyntax)parent;
        }
    }

    /// <summary>Whether a node is repeated; the variable of a <c>foreach</c> is, too.</summary>
    public static bool IsIn(SyntaxNode node) => Around(node).Any() || node.AncestorsAndSelf().OfType<CommonForEachStatementSyntax>().Any();

    /// <summary>The repeated statement, or null of what is no loop.</summary>
    public static StatementSyntax? BodyOf(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => null,
    };

    /// <summary>The loop whose condition an expression is in.</summary>
    public static StatementSyntax? ConditionOf(SyntaxNode expression)
        => expression.FirstAncestorOrSelf<StatementSyntax>() is { } statement && BodyOf(statement) is not null ? statement : null;

    /// <summary>Whether the branch goes from the inside of a loop that ends by itself to its outside.</summary>
    public static bool Leaves(ControlFlowBranch branch)
    {
        if (Anchor(branch.Source) is not { } from || branch.Destination is null)
            return false;
        var to = branch.Destination.Kind == BasicBlockKind.Exit ? null : Target(branch.Destination);
        foreach (var loop in Around(from))
        {
            if (branch.Destination.Kind != BasicBlockKind.Exit && (to is null || loop.Span.Contains(to.Span)))
                return false;
            if (EndsByItself(loop))
                return true;
        }

        return false;
    }

    private static bool EndsByItself(StatementSyntax loop) => loop switch
    {
        CommonForEachStatementSyntax => true,
        ForStatementSyntax { Condition: { } condition } => !condition.IsKind(SyntaxKind.TrueLiteralExpression),
        WhileStatementSyntax { Condition: { } condition } => !condition.IsKind(SyntaxKind.TrueLiteralExpression),
        DoStatementSyntax { Condition: { } condition } => !condition.IsKind(SyntaxKind.TrueLiteralExpression),
        _ => false,
    };

    // Where control comes from: what the block does last.
    private static SyntaxNode? Anchor(BasicBlock block) => block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax;

    private static SyntaxNode? Target(BasicBlock block)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            if ((block.Operations.FirstOrDefault() ?? block.BranchValue) is { } first)
                return first.Syntax;
            if (block.FallThroughSuccessor?.Destination is not { } next)
                return null;
            block = next;
        }

        return null;
    }
}
