using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Configuration;

/// <summary>SLC504: a connector sets a property of its configuration.</summary>
internal sealed class ChangedConfiguration : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc504ConfigurationIsConstant,
        DiagnosticSeverity.Warning,
        "'{0}' changes '{1}' of its configuration, so runs at the same time work with different settings; keep the value in a local, or in a field that the constructor sets");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        if (!facts.Symbols.IsConnector(facts.Type))
            yield break;
        foreach (var (operation, method) in facts.Values.Operations)
        {
            // The constructor runs before any operation does.
            if (method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet && Changed(operation) is { Property: { } property, Instance: { } configuration } changed
                && ConnectorSymbols.IsConfiguration(property.ContainingType) && IsConnectors(configuration, facts))
            {
                yield return Diagnostic.Create(Rule, changed.Syntax.GetLocation(), method.Name, property.Name);
            }
        }
    }

    private static IPropertyReferenceOperation? Changed(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: IPropertyReferenceOperation list } } => list,
        IAssignmentOperation { Target: IPropertyReferenceOperation property } => property,
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } => property,
        _ => null,
    };

    // A copy that the method made for itself is its own.
    private static bool IsConnectors(IOperation configuration, ConnectorFacts facts)
        => facts.Values.Origin(configuration, static operation => operation is IFieldReferenceOperation or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } }
            or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }) is not null;
}
