using Microsoft.CodeAnalysis;

namespace Sluice.CodeFixes;

/// <summary>Names of types as they must be written at a place in the code.</summary>
internal static class TypeNames
{
    private static readonly string[] Namespaces =
        ["Sluice", "System", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic", "System.Globalization"];

    /// <summary>The name alone where it is in scope, else the name with its namespace.</summary>
    /// <param name="name">The type's simple name.</param>
    /// <param name="model">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="written">What is written for the name, if not the name itself: an attribute without its suffix.</param>
    /// <param name="arity">The number of type parameters.</param>
    public static string InScope(string name, SemanticModel model, int position, string? written = null, int arity = 0)
    {
        written ??= name;
        if (model.LookupNamespacesAndTypes(position, name: name).Any(symbol => symbol is not INamedTypeSymbol type || type.Arity == arity))
            return written;
        var metadataName = arity == 0 ? name : FormattableString.Invariant($"{name}`{arity}");
        var home = Array.Find(Namespaces, space => model.Compilation.GetTypeByMetadataName($"{space}.{metadataName}") is not null);
        return home is null ? written : $"global::{home}.{written}";
    }
}
