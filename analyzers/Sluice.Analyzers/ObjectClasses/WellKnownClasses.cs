using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>The well-known object class names, and what is nearly one of them.</summary>
internal sealed class WellKnownClasses
{
    private readonly ImmutableArray<(string Constant, string Name, string Core)> _all;

    private WellKnownClasses(ImmutableArray<(string Constant, string Name, string Core)> all) => _all = all;

    /// <summary>The names that the library declares; null where it is not there.</summary>
    public static WellKnownClasses? Of(Compilation compilation)
    {
        var all = compilation.GetTypeByMetadataName("Sluice.ObjectClasses")?.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field.ConstantValue is string)
            .Select(static field => (field.Name, (string)field.ConstantValue!, ((string)field.ConstantValue!).Trim('_')))
            .ToImmutableArray() ?? [];
        return all.IsEmpty ? null : new(all);
    }

    /// <summary>The constant and the name that a malformed name was meant to be; null of any other name.</summary>
    /// <remarks>
    /// Plain words are names of their own, and so is one with a single underscore at one end: tables are called so. What has underscores
    /// at both ends, or two at one, can only be meant as a well-known name where the word in it is one, or is one letter away from one.
    /// </remarks>
    public (string Constant, string Name)? MeantBy(string name)
    {
        var core = name.Trim('_');
        var underscores = name.Length - core.Length;
        if (underscores < 2 || core.Length == 0)
            return null;
        foreach (var (constant, known, word) in _all)
        {
            if (string.Equals(name, known, StringComparison.OrdinalIgnoreCase))
                return null;
            if (string.Equals(core, word, StringComparison.OrdinalIgnoreCase) || (underscores > 2 && word.Length > 3 && EditDistance.Between(core, word) == 1))
                return (constant, known);
        }

        return null;
    }
}
