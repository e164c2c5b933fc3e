using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Makes the catalogue of an assembly's connectors.</summary>
internal static class CatalogParser
{
    /// <summary>What the catalogue needs of a connector, so that an edit of its operations does not touch the catalogue.</summary>
    public static CatalogEntry Entry(ConnectorModel model)
        => new(model.Name, model.Type.FullyQualifiedName, model.Facade.Name, model.Facade.Factory, model.Configuration, model.Warnings);

    /// <summary>The catalogue, the same in whatever order the connectors come.</summary>
    public static CatalogModel Catalog(ImmutableArray<CatalogEntry> entries, string containingNamespace) => new(
        containingNamespace,
        entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Type, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The namespace for the catalogue: the assembly's name made one, as the SDK does for the root namespace.</summary>
    public static string Namespace(Compilation compilation)
    {
        var parts = new List<string>();
        var known = (INamespaceSymbol?)compilation.Assembly.GlobalNamespace;
        foreach (var part in (compilation.AssemblyName ?? "").Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = string.Concat(part.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
            if (!SyntaxFacts.IsIdentifierStartCharacter(name[0]))
                name = "_" + name;

            // A namespace cannot have the name of a type beside it.
            while (known?.GetTypeMembers(name, 0).IsEmpty == false)
                name += "_";
            known = known?.GetNamespaceMembers().FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal));
            parts.Add(CSharpLiteral.Identifier(name));
        }

        if (parts.Count == 0)
            parts.Add("Connectors");
        if (known?.GetTypeMembers("ConnectorCatalog", 0).IsEmpty == false)
            parts.Add("Generated");
        return string.Join(".", parts);
    }
}
