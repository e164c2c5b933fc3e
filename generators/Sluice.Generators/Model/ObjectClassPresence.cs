namespace Sluice.Generators.Model;

/// <summary>What a parameter or member receives when its attribute has no value.</summary>
internal enum ObjectClassPresence
{
    /// <summary>It receives its default in any case: no attribute is behind it.</summary>
    Filler,

    /// <summary>The object is refused.</summary>
    Required,

    /// <summary>Null.</summary>
    Optional,

    /// <summary>Its default, for an absent attribute and for null.</summary>
    DefaultForNull,

    /// <summary>Its default for an absent attribute; null stays null.</summary>
    DefaultForAbsent,
}
