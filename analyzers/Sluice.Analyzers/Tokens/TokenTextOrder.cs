using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC222: numbers are compared as texts, and "9" comes after "10".</summary>
internal sealed class TokenTextOrder : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc222TokenOrder,
        DiagnosticSeverity.Info,
        "'{0}' compares tokens as texts where they are numbers elsewhere in '{1}', and \"9\" comes after \"10\" then; compare the numbers");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        if (!AreNumbers(facts))
            yield break;
        foreach (var (call, method) in facts.Values.All<IInvocationOperation>())
        {
            if (call.TargetMethod is { Name: "Compare" or "CompareOrdinal" or "CompareTo", ContainingType.SpecialType: SpecialType.System_String }
                && call.Arguments.Select(static argument => argument.Value).Append(call.Instance).OfType<IOperation>().Any(compared => facts.Values.Reach(compared).Any(facts.Symbols.IsInput)))
            {
                yield return Diagnostic.Create(Rule, call.Syntax.GetLocation(), method.Name, facts.Type.Name);
            }
        }
    }

    private static bool AreNumbers(ConnectorFacts facts)
        => facts.Values.All<IInvocationOperation>().Any(found => found.Operation is { TargetMethod: { Name: "Parse" or "TryParse", ContainingType: var type }, Arguments: [var text, ..] }
                && IsNumber(type) && facts.Values.Reach(text.Value).Any(facts.Symbols.IsInput))
            || facts.Tokens.Any(token => facts.Values.Reach(token.Value).Any(static step => step is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } type } && IsNumber(type)));

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Int16 and <= SpecialType.System_UInt64;
}
