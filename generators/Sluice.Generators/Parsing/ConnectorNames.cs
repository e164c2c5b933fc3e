using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Parsing;

/// <summary>Names for generated members that nothing else has.</summary>
internal sealed class ConnectorNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The names in a facade: those it inherits, and those every generated one declares.</summary>
    public static ConnectorNames OfFacade(string facade, Compilation compilation)
    {
        var names = new ConnectorNames();
        names._taken.UnionWith([facade, "ConnectorInfo", "CreateConnector", "_configuration", "_services", "_connector", "DiscoveredOperations"]);
        for (var type = compilation.GetTypeByMetadataName("Sluice.Runtime.ConnectorFacade"); type is not null; type = type.BaseType)
        {
            // Not the internal ones: whether they are there depends on how Sluice is referenced.
            names._taken.UnionWith(type.GetMembers()
                .Where(member => member.CanBeReferencedByName && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                .Select(member => member.Name));
        }

        return names;
    }

    /// <summary>The first of these names that is free, else the last one with a number; it is taken from then on.</summary>
    public string Take(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
        {
            if (_taken.Add(name))
                return name;
        }

        var last = wanted[wanted.Length - 1];
        var number = 2;
        while (!_taken.Add(last + Infrastructure.CSharpLiteral.Of(number)))
            number++;
        return last + Infrastructure.CSharpLiteral.Of(number);
    }

    /// <summary>A text as part of an identifier: <c>__ACCOUNT__</c> becomes <c>Account</c>, <c>cost-center</c> becomes <c>CostCenter</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var isUpper = text.All(character => !char.IsLower(character));
        var startsWord = true;
        foreach (var character in text)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(character) || character == '_')
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(character) : isUpper ? char.ToLowerInvariant(character) : character);
            startsWord = false;
        }

        return name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? $"Class{name}" : name.ToString();
    }
}
