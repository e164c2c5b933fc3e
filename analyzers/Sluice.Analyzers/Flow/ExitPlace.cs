using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// Finds the <c>return</c>, or the closing brace, that a branch to the exit stands for. The graph keeps no operation for a
/// <c>return</c> without a value, so the source is asked what comes next after the last thing that the graph knows.
/// </summary>
internal static class ExitPlace
{
    public static SyntaxToken Of(ControlFlowBranch branch, SyntaxNode declaration)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var source = branch.Source;
            if (source.BranchValue?.Syntax is { } value)
                return (branch.Semantics == ControlFlowBranchSemantics.Return ? value.FirstAncestorOrSelf<ReturnStatementSyntax>()?.ReturnKeyword
                    : source.ConditionKind == ControlFlowConditionKind.None ? Next(value)
                    : Decided(value, branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue))) ?? End(declaration);
            if (source.Operations.LastOrDefault()?.Syntax is { } last)
                return Next(last) ?? End(declaration);
            if (source.Predecessors is not [var before, ..])
                break;
            branch = before;
        }

        return End(declaration);
    }

    private static SyntaxToken End(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => body.CloseBraceToken,
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } => body.ArrowToken,
        _ => declaration.GetLastToken(),
    };

    // After the statement that a node belongs to.
    private static SyntaxToken? Next(SyntaxNode node)
        => node.FirstAncestorOrSelf<StatementSyntax>() is { } statement ? node is StatementSyntax or VariableDeclarationSyntax or ExpressionSyntax ? After(statement) : null : null;

    // After a condition turned out as told.
    private static SyntaxToken? Decided(SyntaxNode condition, bool truth)
    {
        for (var node = condition; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }:
                    truth = !truth;
                    break;
                case IfStatementSyntax choice:
                    return truth ? Enter(choice.Statement) : choice.Else is { } otherwise ? Enter(otherwise.Statement) : After(choice);
                case StatementSyntax loop when LoopSyntax.BodyOf(loop) is { } body:
                    return truth ? Enter(body) : After(loop);
                case SwitchLabelSyntax { Parent: SwitchSectionSyntax { Statements: [var first, ..], Parent: SwitchStatementSyntax choice } }:
                    return truth ? Enter(first)
                        : choice.Sections.FirstOrDefault(static section => section.Labels.Any(SyntaxKind.DefaultSwitchLabel)) is { Statements: [var fallback, ..] } ? Enter(fallback)
                        : After(choice);
                case StatementSyntax statement:
                    return After(statement);
            }
        }

        return null;
    }

    private static SyntaxToken? Enter(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax end => end.ReturnKeyword,
        BlockSyntax { Statements: [var first, ..] } => Enter(first),
        BlockSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax => After(statement),
        LabeledStatementSyntax labeled => Enter(labeled.Statement),
        TryStatementSyntax attempt => Enter(attempt.Block),
        BreakStatementSyntax => statement.Ancestors().OfType<StatementSyntax>().FirstOrDefault(static outer => outer is SwitchStatementSyntax || LoopSyntax.BodyOf(outer) is not null) is { } left ? After(left) : null,
        _ => null,
    };

    private static SyntaxToken? After(StatementSyntax statement)
    {
        switch (statement.Parent)
        {
            case BlockSyntax block:
                if (Follower(block.Statements, statement) is { } next)
                    return Enter(next);
                return block.Parent is BaseMethodDeclarationSyntax ? block.CloseBraceToken : After(block);
            case SwitchSectionSyntax section:
                return Follower(section.Statements, statement) is { } following ? Enter(following) : section.Parent is SwitchStatementSyntax choice ? After(choice) : null;
            case StatementSyntax outer:
                return After(outer);
            case ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax when statement.Parent.Parent is StatementSyntax whole:
                return After(whole);
            default:
                return null;
        }
    }

    private static StatementSyntax? Follower(SyntaxList<StatementSyntax> statements, StatementSyntax statement)
    {
        var index = statements.IndexOf(statement) + 1;
        return index < statements.Count ? statements[index] : null;
    }
}
