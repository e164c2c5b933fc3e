namespace Sluice;

/// <summary>What holds for an attribute beyond its type.</summary>
[Flags]
public enum AttributeTraits
{
    /// <summary>Optional, single-valued, readable and writable.</summary>
    None = 0,

    /// <summary>Every object has a value for it.</summary>
    Required = 1,

    /// <summary>Its value is a list.</summary>
    MultiValued = 2,

    /// <summary>It cannot be given when an object is created.</summary>
    NotCreatable = 4,

    /// <summary>It cannot be changed.</summary>
    NotUpdateable = 8,

    /// <summary>It can be written but never read, a password for instance.</summary>
    NotReadable = 16,

    /// <summary>It is read only when asked for by name.</summary>
    NotReturnedByDefault = 32,
}
