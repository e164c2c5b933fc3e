using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC314: deltas are delivered while a lock is held.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeldLockAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc314NoLockWhileDelivering,
        DiagnosticSeverity.Info,
        "'{0}' is held while '{1}' delivers, for as long as its host takes; copy what is needed under the lock, and deliver outside of it");

    /// <summary>Makes the analyzer.</summary>
    public HeldLockAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        foreach (var group in body.Deliveries.Select(delivery => HeldAt(delivery, body)).OfType<(Location Location, string Name)>().Distinct())
            report(Diagnostic.Create(Rule, group.Location, group.Name, body.Function.Name));
    }

    private static (Location Location, string Name)? HeldAt(IOperation delivery, ConnectorBody body)
    {
        if (OperationTree.Around<ILockOperation>(delivery, body.Root) is { Syntax: LockStatementSyntax held })
            return (held.LockKeyword.GetLocation(), held.Expression.ToString());
        for (var attempt = OperationTree.Around<ITryOperation>(delivery, body.Root); attempt is not null; attempt = OperationTree.Around<ITryOperation>(attempt, body.Root))
        {
            if (attempt.Finally is not { } last || attempt.Finally.Syntax.Span.Contains(delivery.Syntax.Span))
                continue;
            // A semaphore that lets several through limits, it does not lock.
            foreach (var release in last.Descendants().OfType<IInvocationOperation>())
            {
                if (release is { TargetMethod: { Name: "Release", ContainingType.Name: "SemaphoreSlim" }, Instance: IFieldReferenceOperation { Field: var gate } } && LetsOneThrough(gate)
                    && body.Own.OfType<IInvocationOperation>().FirstOrDefault(call => call.TargetMethod.Name is "Wait" or "WaitAsync" && call.Syntax.SpanStart < delivery.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(call.Instance ?? call), gate)) is { } wait)
                {
                    return (OperationTree.NameOf(wait), gate.Name);
                }
            }
        }

        return null;
    }

    private static bool LetsOneThrough(IFieldSymbol gate)
        => gate is { IsReadOnly: true, DeclaringSyntaxReferences: [var declaration] }
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var initial, ..] } }
            && initial.Expression is LiteralExpressionSyntax { Token.Value: 1 };
}
