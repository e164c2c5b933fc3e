namespace Sluice.Generators.Model;

/// <summary>The members of <c>Sluice.AttributeTraits</c>, by the same names.</summary>
[Flags]
internal enum ObjectClassTraits
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

    /// <summary>It is never returned.</summary>
    NotReadable = 16,

    /// <summary>It is returned only when asked for.</summary>
    NotReturnedByDefault = 32,
}
