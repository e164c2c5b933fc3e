using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Reads the enums that attributes hold by name.</summary>
internal static class ObjectClassEnums
{
    /// <summary>One name per value: a second name for a value would be a case that the compiler has seen already.</summary>
    public static EquatableArray<string> NamesOf(INamedTypeSymbol type)
    {
        var values = new HashSet<object>();
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.ConstantValue is { } value && !field.ForbidsUse && values.Add(value))
            .Select(field => field.Name)
            .ToEquatableArray();
    }

    /// <summary>The enums among types, each once.</summary>
    public static EquatableArray<ObjectClassEnum> Of(IEnumerable<INamedTypeSymbol> types)
    {
        var enums = new List<ObjectClassEnum>();
        foreach (var type in types)
        {
            if (enums.Exists(known => string.Equals(known.TypeName, type.Code, StringComparison.Ordinal)))
                continue;
            var parser = $"Parse{type.Name}";
            // Two enums of one name from two places.
            var twins = enums.Count(known => known.Parser.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Equals(parser, StringComparison.Ordinal));
            enums.Add(new(type.Code, twins == 0 ? parser : FormattableString.Invariant($"{parser}{twins + 1}"), NamesOf(type)));
        }

        return enums.ToEquatableArray();
    }
}
