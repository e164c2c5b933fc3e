using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC221: deltas with tokens of their own come in the order of a hash table.</summary>
internal sealed class UnorderedDeltas : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc221DeltasInTokenOrder,
        DiagnosticSeverity.Info,
        "'{0}' delivers the changes as they come out of a {1}, which keeps no order, so tokens go up and down; sort by the token first");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var (loop, method) in facts.Values.All<IForEachLoopOperation>())
        {
            if (HashTable(loop.Collection) is { } type && facts.Tokens.Any(token => token.Kind == TokenPlaceKind.Delta && loop.Body.Syntax.Span.Contains(token.Place.Syntax.Span) && DependsOn(token, loop, facts)))
                yield return Diagnostic.Create(Rule, loop.Collection.Syntax.GetLocation(), method.Name, type.Name);
        }
    }

    private static bool DependsOn(TokenPlace token, IForEachLoopOperation loop, ConnectorFacts facts)
        => facts.Values.Reach(token.Value).SelectMany(static source => source.DescendantsAndSelf()).Any(part => part is ILocalReferenceOperation { Local: var local } && loop.Locals.Contains(local, SymbolEqualityComparer.Default));

    private static ITypeSymbol? HashTable(IOperation collection)
    {
        while (collection is IConversionOperation conversion)
            collection = conversion.Operand;
        if (collection is IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } dictionary } && IsHashTable(dictionary.Type))
            return dictionary.Type;
        return IsHashTable(collection.Type) ? collection.Type : null;
    }

    private static bool IsHashTable(ITypeSymbol? type) => type is
    {
        Name: "HashSet" or "Dictionary" or "ConcurrentDictionary" or "ConcurrentBag" or "ImmutableHashSet" or "ImmutableDictionary" or "FrozenSet" or "FrozenDictionary",
        ContainingNamespace: { ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } },
    };
}
