using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC209: a token is the time of this machine.</summary>
internal sealed class ClockToken : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc209TokenFromLocalClock,
        DiagnosticSeverity.Warning,
        "'{0}' takes {1} from the clock of this machine, and changes are lost by as much as it differs from the source's; use a position that the source gives");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var token in facts.Tokens)
        {
            if (facts.Values.Origin(token.Value, IsClock, onSomePath: true, throughArithmetic: true) is { } clock)
                yield return Diagnostic.Create(Rule, clock.Syntax.GetLocation(), [token.Value.Syntax.GetLocation()], token.Method.Name, token.Text);
        }
    }

    private static bool IsClock(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" or "Today", ContainingType: { } type } } => type.SpecialType == SpecialType.System_DateTime || type.IsNamed("System", "DateTimeOffset"),
        IPropertyReferenceOperation { Property: { Name: "TickCount" or "TickCount64", ContainingType: { } type } } => type.IsNamed("System", "Environment"),
        IPropertyReferenceOperation { Property: { Name: "ElapsedTicks" or "ElapsedMilliseconds" or "Elapsed", ContainingType: { } type } } => type.IsNamed("System.Diagnostics", "Stopwatch"),
        IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow" or "GetTimestamp", ContainingType: { } type } } => type.IsNamed("System.Diagnostics", "Stopwatch") || type.BasesAndSelf.Any(static level => level.IsNamed("System", "TimeProvider")),
        _ => false,
    };
}
