using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>
/// When a token result is certain to have come before. That it may have is not enough: conditions that exclude each other are
/// not all understood.
/// </summary>
internal static class Certainty
{
    /// <summary>Whether on every path that leads to a call a token result came first.</summary>
    public static bool IsAfterResult(IReadOnlyCollection<RunState> before)
    {
        var certain = before.Where(static run => run is { Interrupted: false, TakesToken: not false }).ToArray();
        return certain.Length > 0 && Array.TrueForAll(certain, static run => run.Result == ResultState.Reported);
    }

    /// <summary>Whether a call takes place in every round of its loop, and rounds follow each other.</summary>
    public static bool IsRepeated(CallFacts call)
        => call.Before.Any(static run => run is { Interrupted: false, Result: ResultState.Reported, Answer: not (AnswerState.Stopped or AnswerState.Lost) })
            && LoopSyntax.Around(call.Call.Syntax).FirstOrDefault() is { } loop
            && IsUnconditional(call.Call.Syntax, loop);

    /// <summary>The places of the other token results.</summary>
    public static IEnumerable<Location> Others(FlowFacts facts, CallFacts call)
        => facts.Results.Values.Where(other => other != call).Select(static other => other.Call.Syntax.GetLocation());

    private static bool IsUnconditional(SyntaxNode call, StatementSyntax loop)
    {
        var body = LoopSyntax.BodyOf(loop);
        for (var node = call; node.Parent is { } parent && node != body; node = parent)
        {
            switch (parent)
            {
                // Whether the handler takes a token result is the same in every round.
                case IfStatementSyntax { Else: null, Condition: IsPatternExpressionSyntax } test when test.Statement == node:
                case BlockSyntax or ExpressionStatementSyntax or UsingStatementSyntax or LockStatementSyntax or TryStatementSyntax:
                case ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax:
                    break;
                default:
                    return parent == loop;
            }
        }

        return !JumpsBack(body!, call);
    }

    // A `continue` before the call leaves rounds without it.
    private static bool JumpsBack(StatementSyntax body, SyntaxNode call)
        => body.DescendantNodes().Any(node => node.SpanStart < call.SpanStart && node.RawKind is (int)SyntaxKind.ContinueStatement or (int)SyntaxKind.GotoStatement
            && node.SpanStart < call.SpanStart);
}
