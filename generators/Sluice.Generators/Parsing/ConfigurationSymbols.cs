using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generators.Parsing;

/// <summary>What the configuration's parsers ask symbols.</summary>
internal static class ConfigurationSymbols
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations.";

    // Without the question mark that an annotated type carries.
    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Whether this is the type of that name.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
        => type is INamedTypeSymbol { ContainingType: null, Arity: 0 } named
            && fullName.EndsWith(named.Name, StringComparison.Ordinal)
            && string.Equals(named.ToDisplayString(FullName), fullName, StringComparison.Ordinal);

    /// <summary>Whether the attribute is of that class.</summary>
    public static bool Is(this AttributeData attribute, string fullName) => attribute.AttributeClass.Is(fullName);

    /// <summary>Whether this is that class of <c>System.ComponentModel.DataAnnotations</c>.</summary>
    public static bool IsDataAnnotation(this INamedTypeSymbol? type, string name)
        => type is not null && string.Equals(type.Name, name, StringComparison.Ordinal) && type.Is(DataAnnotations + name);

    /// <summary>Whether this is any class of <c>System.ComponentModel.DataAnnotations</c>.</summary>
    public static bool IsDataAnnotation(this INamedTypeSymbol type) => type.Is(DataAnnotations + type.Name);

    /// <summary>Whether the attribute class checks values.</summary>
    public static bool IsValidationAttribute(this INamedTypeSymbol? type)
        => type?.SelfAndBases().Any(current => current.IsDataAnnotation("ValidationAttribute")) == true;

    /// <summary>The type behind <c>Nullable</c>.</summary>
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    /// <summary>The type and its base classes, without <c>object</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error }; current = current.BaseType)
            yield return current;
    }

    /// <summary>Whether every declaration says <c>partial</c>.</summary>
    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether the type, or one around it, can be seen in its file only.</summary>
    public static bool IsInFileScope(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
                return true;
        }

        return false;
    }

    /// <summary>Whether the type, or something around it, has no name yet.</summary>
    public static bool HasMissingName(this INamedTypeSymbol type)
    {
        for (ISymbol? current = type; current is not (null or INamespaceSymbol { IsGlobalNamespace: true }); current = current.ContainingSymbol)
        {
            if (current.Name.Length == 0 || current is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => parameter.Name.Length == 0))
                return true;
        }

        return false;
    }

    /// <summary>Whether using it gives a warning.</summary>
    public static bool IsObsolete(this ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.Is("System.ObsoleteAttribute"));

    /// <summary>Whether using it is an error.</summary>
    public static bool IsObsoleteError(this ISymbol symbol)
        => symbol.GetAttributes().Any(attribute => attribute.Is("System.ObsoleteAttribute") && attribute.ConstructorArguments is [_, { Value: true }, ..]);

    /// <summary>As declared; parts of a class in several files in the order of the files' names, not in that of the compilation.</summary>
    public static IEnumerable<T> InSourceOrder<T>(this IEnumerable<T> symbols)
        where T : ISymbol
        => symbols
            .OrderBy(symbol => Place(symbol)?.SourceTree?.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(symbol => Place(symbol)?.SourceSpan.Start ?? 0);

    /// <summary>The attributes of a property, and those that it inherits from the one it overrides.</summary>
    public static IEnumerable<AttributeData> AttributesWithInherited(this IPropertySymbol property)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            var attributes = current.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && !seen.Contains(type)).ToList();
            foreach (var attribute in attributes)
                yield return attribute;
            seen.UnionWith(attributes.Select(attribute => attribute.AttributeClass!));
        }
    }

    /// <summary>A named argument of an attribute; the default if it is not there or not written to the end.</summary>
    public static T? Argument<T>(this AttributeData? attribute, string name)
    {
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal) && argument.Value is { Kind: TypedConstantKind.Primitive, Value: T value })
                return value;
        }

        return default;
    }

    private static Location? Place(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);
}
