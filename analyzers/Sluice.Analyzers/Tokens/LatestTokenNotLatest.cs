using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC217: a latest token that says nothing about the source, or that the sync had to be run for.</summary>
internal sealed class LatestTokenNotLatest : IConnectorRule
{
    public static readonly DiagnosticDescriptor ConstantRule = LawRule.Create(
        SyncLawIds.Slc217LatestTokenIsLatest,
        DiagnosticSeverity.Warning,
        "'{0}' always answers {1}, so a host that starts from now starts somewhere else; ask the source for its newest position");

    public static readonly DiagnosticDescriptor SyncRule = LawRule.Create(
        SyncLawIds.Slc217LatestTokenIsLatest,
        DiagnosticSeverity.Warning,
        "'{0}' runs the sync '{1}' to find the latest token, which reads every change there is; ask the source for its newest position");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var answers in facts.Tokens.Where(static token => token.Kind == TokenPlaceKind.Latest).GroupBy(static token => token.Method, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default))
        {
            var constants = answers.Select(answer => (Answer: answer, Constant: facts.Values.Origin(answer.Value, IsConstant))).ToArray();
            // Null is a way to say that there is no position yet.
            if (Array.TrueForAll(constants, static found => found.Constant is not null) && Array.Find(constants, static found => !IsNull(found.Constant!)) is { Constant: { } constant } found)
                yield return Diagnostic.Create(ConstantRule, found.Answer.Value.Syntax.GetLocation(), found.Answer.Method.Name, constant.Syntax);
        }

        foreach (var (call, method) in facts.Values.All<IInvocationOperation>())
        {
            if (facts.Symbols.IsLatestToken(method) && facts.Symbols.IsSync(call.TargetMethod) && call.Instance is IInstanceReferenceOperation or null)
                yield return Diagnostic.Create(SyncRule, call.Syntax.GetLocation(), method.Name, call.TargetMethod.Name);
        }
    }

    private static bool IsConstant(IOperation operation) => operation.ConstantValue.HasValue || operation is IDefaultValueOperation
        || operation is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    private static bool IsNull(IOperation constant) => constant is IDefaultValueOperation { ConstantValue.HasValue: false } || constant.ConstantValue is { HasValue: true, Value: null };
}
