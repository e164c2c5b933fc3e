namespace Sluice;

/// <summary>Says how a host presents a property of a connector's configuration, and whether its value may be shown.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ConfigurationPropertyAttribute : Attribute
{
    /// <summary>The property's place. Properties without one come last, in the order of their declaration.</summary>
    public int Order { get; set; } = int.MaxValue;

    /// <summary>The property's title; its name if not given.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What the property means.</summary>
    public string? Description { get; set; }

    /// <summary>The heading under which a host shows the property.</summary>
    public string? Group { get; set; }

    /// <summary>Never show the value, not even in an error. A <see cref="GuardedString"/> is always confidential.</summary>
    public bool Confidential { get; set; }
}
