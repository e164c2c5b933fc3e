using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Parsing;

/// <summary>Collects what the compiler says about the use of the connector's own members: the user knows it already, from the connector itself.</summary>
internal sealed class ConnectorWarnings
{
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The ids, in order.</summary>
    public EquatableArray<string> Ids => _ids.ToEquatableArray();

    /// <summary>Adds what naming a symbol, or the types in it, makes the compiler say.</summary>
    public void Add(ISymbol? symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (IdOf(attribute) is { } id)
                    _ids.Add(id);
            }
        }

        if (symbol is IMethodSymbol method)
        {
            foreach (var parameter in method.Parameters)
                Add(parameter.Type);
            Add(method.ReturnType);
        }
        else if (symbol is INamedTypeSymbol { IsGenericType: true } type)
        {
            foreach (var argument in type.TypeArguments)
                Add(argument);
        }
    }

    private static string? IdOf(AttributeData attribute)
    {
        if (attribute.IsSystemAttribute("ObsoleteAttribute"))
            return attribute.Argument<string>("DiagnosticId") ?? (attribute.FirstText is null ? "CS0612" : "CS0618");
        return attribute.AttributeClass is { } type && type.IsNamed("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute") ? attribute.FirstText : null;
    }
}
