using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC317: an exception is thrown where the handler says stop.</summary>
internal sealed class ThrownStop : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc317StopByReturning,
        DiagnosticSeverity.Warning,
        "'{0}' throws where its handler says stop, so the host sees a run that failed; return instead");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var (thrown, method) in facts.Values.All<IThrowOperation>())
        {
            if (IsOnStop(thrown, facts))
                yield return Diagnostic.Create(Rule, thrown.Syntax.GetFirstToken().GetLocation(), method.Name);
        }
    }

    private static bool IsOnStop(IOperation thrown, ConnectorFacts facts)
    {
        var branch = thrown;
        while (branch.Parent is IBlockOperation or IExpressionStatementOperation or IConversionOperation)
            branch = branch.Parent;
        if (branch.Parent is not IConditionalOperation choice || (branch != choice.WhenTrue && branch != choice.WhenFalse))
            return false;
        var condition = choice.Condition;
        var isStop = branch == choice.WhenFalse;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
            isStop = !isStop;
        }

        return isStop && facts.Values.Origin(condition, operation => operation is IInvocationOperation call && facts.Symbols.IsHandle(call.TargetMethod)) is not null;
    }
}
