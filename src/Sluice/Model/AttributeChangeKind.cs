namespace Sluice;

/// <summary>What a patch does to an attribute.</summary>
public enum AttributeChangeKind
{
    /// <summary>Its value becomes <see cref="AttributeChange.Value"/>.</summary>
    Set,

    /// <summary>It loses <see cref="AttributeChange.Removed"/> and gains <see cref="AttributeChange.Added"/>; its other values stay.</summary>
    Modify,

    /// <summary>It has no value any more.</summary>
    Clear,
}
