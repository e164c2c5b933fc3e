namespace Sluice;

/// <summary>Names an attribute of an object class, or states traits that its type does not tell.</summary>
/// <param name="name">
/// The attribute's name; the member's name in camel case when not given. The reserved form <c>__X__</c> is only for the names
/// in <see cref="AttributeNames"/> (SLC009).
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ObjectAttributeAttribute(string? name = null) : Attribute
{
    /// <summary>The attribute's name, or null for the member's name in camel case.</summary>
    public string? Name { get; } = name;

    /// <summary>Requires a value although the member's type would allow none.</summary>
    public bool Required { get; set; }

    /// <summary>The value cannot be given when an object is created.</summary>
    public bool NotCreatable { get; set; }

    /// <summary>The value cannot be changed afterwards.</summary>
    public bool NotUpdateable { get; set; }

    /// <summary>The value is never returned.</summary>
    public bool NotReadable { get; set; }

    /// <summary>The value is returned only when it is asked for.</summary>
    public bool NotReturnedByDefault { get; set; }

    /// <summary>One sentence for the schema.</summary>
    public string? Description { get; set; }
}
