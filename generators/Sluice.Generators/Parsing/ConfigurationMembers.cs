using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>The properties of a class that may be configured, and the constructor that goes with them.</summary>
internal sealed class ConfigurationMembers
{
    private Dictionary<IPropertySymbol, IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);

    private ConfigurationMembers(List<IPropertySymbol> properties) => Properties = properties;

    /// <summary>Those of base classes first.</summary>
    public List<IPropertySymbol> Properties { get; }

    /// <summary>The one without parameters, or the one that sets the most properties. Null if none can be called.</summary>
    public IMethodSymbol? Constructor { get; private set; }

    /// <summary>Reads the members of a class.</summary>
    public static ConfigurationMembers Of(INamedTypeSymbol type)
    {
        var members = new ConfigurationMembers(PropertiesOf(type));
        members.ChooseConstructor(type);
        // [Ignore] on a record's parameter means its property.
        var ignored = members.Constructor?.Parameters.Where(IsIgnored).ToList() ?? [];
        members.Properties.RemoveAll(property => ignored.Exists(parameter => AreNamedAlike(parameter, property)));
        return members;
    }

    /// <summary>Whether it can be meant to be configured.</summary>
    public static bool IsCandidate(IPropertySymbol property)
        => property is { Name.Length: > 0, IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, GetMethod: not null }
            && (property.DeclaredAccessibility == Accessibility.Public || IsAnnotated(property))
            && !IsIgnored(property);

    /// <summary>Whether it is meant to be configured.</summary>
    public static bool IsAnnotated(IPropertySymbol property)
        => property.GetAttributes().Any(attribute => attribute.IsAnnotation("ConfigurationPropertyAttribute") || attribute.IsValidation);

    /// <summary>The constructor's parameter that sets a property, if one does.</summary>
    public IParameterSymbol? ParameterOf(IPropertySymbol property) => _parameters.TryGetValue(property, out var parameter) ? parameter : null;

    private static bool IsIgnored(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.IsAnnotation("IgnoreAttribute"));

    private static bool AreNamedAlike(IParameterSymbol parameter, IPropertySymbol property)
        => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        foreach (var level in type.BasesAndSelf)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(IsCandidate).InDeclaredOrder())
            {
                // The most derived declaration of a name counts, at the place of the first.
                var known = properties.FindIndex(other => string.Equals(other.Name, property.Name, StringComparison.Ordinal));
                if (known < 0)
                    properties.Add(property);
                else
                    properties[known] = property;
            }
        }

        return properties;
    }

    private void ChooseConstructor(INamedTypeSymbol type)
    {
        Constructor = type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        if (Constructor is not null)
            return;
        foreach (var constructor in type.InstanceConstructors)
        {
            var matches = new Dictionary<IPropertySymbol, IParameterSymbol>(SymbolEqualityComparer.Default);
            var isUsable = true;
            foreach (var parameter in constructor.Parameters)
            {
                var property = Properties.Find(property => AreNamedAlike(parameter, property)
                    && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type));
                if (property is not null && !matches.ContainsKey(property) && parameter.RefKind == RefKind.None && !IsIgnored(parameter))
                    matches.Add(property, parameter);
                else
                    isUsable &= parameter.IsOptional;
            }

            if (isUsable && (Constructor is null || matches.Count > _parameters.Count))
                (Constructor, _parameters) = (constructor, matches);
        }
    }
}
