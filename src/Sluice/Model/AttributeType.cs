namespace Sluice;

/// <summary>The type of an attribute's values; <see cref="AttributeTypes"/> maps it to .NET types.</summary>
public enum AttributeType
{
    /// <summary><see cref="string"/>.</summary>
    String,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="int"/>.</summary>
    Int32,

    /// <summary><see cref="long"/>.</summary>
    Int64,

    /// <summary><see cref="double"/>.</summary>
    Double,

    /// <summary><see cref="decimal"/>, scale included.</summary>
    Decimal,

    /// <summary><see cref="System.DateTimeOffset"/>, offset included.</summary>
    DateTimeOffset,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary><see cref="byte"/>[].</summary>
    Bytes,

    /// <summary><see cref="Sluice.GuardedString"/>, a secret.</summary>
    GuardedString,
}
