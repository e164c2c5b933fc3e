using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>Finds the properties of an object class, those of its base types first.</summary>
internal static class ObjectClassMembers
{
    private static readonly string[] Annotations =
        ["UidAttribute", "NameAttribute", "EnabledAttribute", "PasswordAttribute", "LockedOutAttribute", "ObjectAttributeAttribute", "IgnoreAttribute"];

    /// <summary>
    /// The instance properties that are public or annotated; of several with one name the most derived, at the place of the first.
    /// </summary>
    public static List<ObjectClassMember> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new List<ObjectClassMember>();
        foreach (var level in type.BasesAndSelf)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().InDeclaredOrder())
            {
                if (property is not { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, ReturnsByRef: false })
                    continue;
                var canRead = property.GetMethod is { } getter && compilation.IsSymbolAccessibleWithin(getter, type);
                var member = new ObjectClassMember(property, AnnotationsOf(property, type), property.SourceLocation ?? type.Locations[0], canRead);
                if (!IsCandidate(member, type, compilation))
                    continue;
                var known = members.FindIndex(other => string.Equals(other.Name, property.Name, StringComparison.Ordinal));
                if (known < 0)
                    members.Add(member);
                else
                    members[known] = member;
            }
        }

        return members;
    }

    private static bool IsCandidate(ObjectClassMember member, INamedTypeSymbol type, Compilation compilation)
    {
        if (member.IsAnnotated)
            return compilation.IsSymbolAccessibleWithin(member.Property, type);
        return member.Property is { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };
    }

    // On the property, on the ones that it overrides, and on constructor parameters of its name: of the type that declares
    // it and of the annotated type, whose record parameters may stand for an inherited property.
    private static List<AttributeData> AnnotationsOf(IPropertySymbol property, INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        for (var current = property; current is not null; current = current.OverriddenProperty)
            found.AddRange(current.GetAttributes().Where(IsAnnotation));
        AddFrom(type);
        if (!SymbolEqualityComparer.Default.Equals(property.ContainingType, type))
            AddFrom(property.ContainingType);
        return found;

        void AddFrom(INamedTypeSymbol declaring)
        {
            foreach (var constructor in declaring.InstanceConstructors)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    if (string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))
                        found.AddRange(parameter.GetAttributes().Where(IsAnnotation));
                }
            }
        }
    }

    private static bool IsAnnotation(AttributeData attribute)
        => attribute.AttributeClass is { } type && Array.IndexOf(Annotations, type.Name) >= 0 && attribute.IsAnnotation(type.Name);
}
