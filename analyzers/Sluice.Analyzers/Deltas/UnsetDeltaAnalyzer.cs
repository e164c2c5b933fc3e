using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Deltas;

/// <summary>SLC404: a delta that no factory made is handed over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsetDeltaAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc404DeltaTypeIsSet,
        DiagnosticSeverity.Error,
        "'{0}' delivers a delta without a type, and the run fails; make it with a factory of SyncDelta, or leave the change out");

    /// <summary>Makes the analyzer.</summary>
    public UnsetDeltaAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        foreach (var value in body.Own.SelectMany(operation => Delivered(operation, body)).SelectMany(DeltaCalls.Branches))
        {
            if (IsUnset(OperationOf(value), body))
                report(Diagnostic.Create(Rule, value.Syntax.GetLocation(), body.Function.Name));
        }
    }

    // What is yielded, handled, or written into a page.
    private static IEnumerable<IOperation> Delivered(IOperation operation, ConnectorBody body) => operation switch
    {
        IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value } when ConnectorSymbols.IsDelta(OperationOf(value).Type) => [value],
        IInvocationOperation call when body.Symbols.Handlers.IsHandle(call.TargetMethod) && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } delta => [delta.Value],
        IObjectCreationOperation { Arguments: [{ Value: var deltas }, ..] } page when ConnectorSymbols.IsPage(page.Type) => OperationTree.Core(deltas) switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => [],
        },
        _ => [],
    };

    // A delta becomes an event by a conversion of its own.
    private static IOperation OperationOf(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    private static bool IsUnset(IOperation value, ConnectorBody body) => value switch
    {
        IDefaultValueOperation { Type: { IsValueType: true } type } => ConnectorSymbols.IsDelta(type),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { IsValueType: true } type } => ConnectorSymbols.IsDelta(type),
        ILocalReferenceOperation { Local: var local } => ConnectorSymbols.IsDelta(local.Type) && IsNeverSet(local, body),
        _ => false,
    };

    private static bool IsNeverSet(ILocalSymbol local, ConnectorBody body)
        => body.Own.OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value is { } initial
            && OperationOf(initial) is not ILocalReferenceOperation
            && IsUnset(OperationOf(initial), body)
            && !body.Root.Descendants().Any(part => part switch
            {
                IAssignmentOperation { Target: var target } => OperationTree.Mentions(target, local),
                IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var passed } => OperationTree.Mentions(passed, local),
                _ => false,
            });
}
