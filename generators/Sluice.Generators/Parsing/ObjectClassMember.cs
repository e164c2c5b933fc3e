using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>A property of an object class while it is parsed.</summary>
internal sealed class ObjectClassMember(IPropertySymbol property, IReadOnlyList<AttributeData> annotations, Location location, bool canRead)
{
    public IPropertySymbol Property => property;

    /// <summary>The token to change when something is wrong with it.</summary>
    public Location Location => location;

    /// <summary>Whether the annotated type itself can read it.</summary>
    public bool CanRead => canRead;

    public string Name => property.Name;
    public bool IsIgnored => Find("IgnoreAttribute") is not null;
    public bool IsAnnotated => annotations.Count > 0;

    public AttributeData? Uid => Find("UidAttribute");
    public AttributeData? NameMark => Find("NameAttribute");
    public AttributeData? Details => Find("ObjectAttributeAttribute");

    /// <summary>The operational attribute that an annotation other than uid and name makes of it.</summary>
    public (AttributeData Mark, string Attribute)? Operational
    {
        get
        {
            if (Find("EnabledAttribute") is { } enabled)
                return (enabled, "__ENABLE__");
            if (Find("PasswordAttribute") is { } password)
                return (password, "__PASSWORD__");
            return Find("LockedOutAttribute") is { } locked ? (locked, "__LOCK_OUT__") : null;
        }
    }

    /// <summary>Whether the object is identified, or known, by it; decided after all members were seen.</summary>
    public bool IsUid { get; set; }

    /// <inheritdoc cref="IsUid"/>
    public bool IsName { get; set; }

    public bool IsIdentity => IsUid || IsName;

    /// <summary>Its attribute's name; null while it is not accepted.</summary>
    public string? Attribute { get; set; }

    /// <summary>Its type; null while it is not accepted.</summary>
    public ObjectClassValue? Value { get; set; }

    public bool IsAccepted => Attribute is not null && Value is not null;

    public AttributeData? Find(string annotation)
    {
        foreach (var candidate in annotations)
        {
            if (candidate.IsAnnotation(annotation))
                return candidate;
        }

        return null;
    }
}
