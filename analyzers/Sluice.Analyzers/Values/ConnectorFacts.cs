using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Values;

/// <summary>The bodies of one type and what the rules ask of them more than once.</summary>
internal sealed class ConnectorFacts
{
    private readonly HashSet<ISymbol> _reached = new(SymbolEqualityComparer.Default);

    public ConnectorFacts(ConnectorSymbols symbols, INamedTypeSymbol type, ValueFlow values)
    {
        Symbols = symbols;
        Type = type;
        Values = values;
        Tokens = [.. values.Operations.Select(found => symbols.TokenOf(found.Operation, found.Method)).OfType<TokenPlace>()];
        Reach();
    }

    public ConnectorSymbols Symbols { get; }

    public INamedTypeSymbol Type { get; }

    public ValueFlow Values { get; }

    /// <summary>Where tokens are handed over.</summary>
    public IReadOnlyList<TokenPlace> Tokens { get; }

    /// <summary>Whether a method runs as part of a sync, or of the question for the latest token.</summary>
    public bool IsReached(IMethodSymbol method) => _reached.Contains(method);

    private void Reach()
    {
        var waiting = new Stack<IMethodSymbol>();
        var calls = Values.Operations.Where(static found => found.Operation is IInvocationOperation).ToLookup(static found => found.Method, static found => ((IInvocationOperation)found.Operation).TargetMethod.OriginalDefinition, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
        foreach (var method in Type.GetMembers().OfType<IMethodSymbol>().Where(method => Symbols.IsSync(method) || Symbols.IsLatestToken(method)))
            waiting.Push(method);
        while (waiting.Count > 0)
        {
            var method = waiting.Pop();
            if (!_reached.Add(method))
                continue;
            foreach (var called in calls[method])
            {
                if (SymbolEqualityComparer.Default.Equals(called.ContainingType, Type))
                    waiting.Push(called);
            }
        }
    }
}
