using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Configuration;

/// <summary>SLC503: a connector changes what all connectors of the process share.</summary>
internal sealed class MutableStatic : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc503NoMutableStatics,
        DiagnosticSeverity.Warning,
        "'{0}' is one for all instances of '{1}', so two systems mix their data in it; keep it in an instance, or never change it");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        if (!facts.Symbols.IsConnector(facts.Type))
            yield break;
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (operation, method) in facts.Values.Operations)
        {
            if (method.MethodKind != MethodKind.StaticConstructor && Changed(operation) is { IsStatic: true } member && SymbolEqualityComparer.Default.Equals(member.ContainingType, facts.Type))
                changed.Add(member);
        }

        foreach (var member in facts.Type.GetMembers().Where(member => changed.Contains(member) || IsOpen(member)))
        {
            if (member.SourceLocation is { } place)
                yield return Diagnostic.Create(Rule, place, member.Name, facts.Type.Name);
        }
    }

    // What others may set is mutable, whoever does.
    private static bool IsOpen(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false } field => field.DeclaredAccessibility != Accessibility.Private,
        IPropertySymbol { IsStatic: true, SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } property => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        _ => false,
    };

    private static ISymbol? Changed(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } } => CollectionOf(collection),
        IAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } => MemberOf(array),
        IAssignmentOperation assignment => MemberOf(assignment.Target),
        IIncrementOrDecrementOperation increment => MemberOf(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => MemberOf(argument.Value),
        IInvocationOperation
        {
            Instance: { } collection, TargetMethod.Name: "Add" or "TryAdd" or "AddRange" or "AddOrUpdate" or "GetOrAdd" or "Remove" or "TryRemove" or "RemoveAll" or "RemoveAt" or "Clear"
            or "Enqueue" or "TryDequeue" or "Dequeue" or "Push" or "Pop" or "TryPop" or "TryTake" or "Insert" or "Append" or "AppendLine" or "TryUpdate"
        } => CollectionOf(collection),
        _ => null,
    };

    // What is worked out once and is the same for every system may be kept.
    private static ISymbol? CollectionOf(IOperation collection)
        => MemberOf(collection) is { } member && collection.Type is INamedTypeSymbol type && IsCollection(type) && !type.TypeArguments.Any(IsDerivedFromCode) ? member : null;

    private static bool IsCollection(INamedTypeSymbol type)
        => type.IsNamed("System.Text", "StringBuilder") || (type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent" && type.Name is not "ConditionalWeakTable");

    private static bool IsDerivedFromCode(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type.IsNamed("System", "Type") || type.ContainingNamespace?.ToDisplayString() is "System.Reflection" or "System.Text.RegularExpressions";

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => field.AssociatedSymbol ?? field,
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
        _ => null,
    };
}
