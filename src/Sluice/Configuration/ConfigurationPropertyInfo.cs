namespace Sluice;

/// <summary>Describes one property of a connector's configuration to a host.</summary>
/// <param name="name">The property's name.</param>
/// <param name="type">The type of a value: of the items of a list, and without <c>Nullable</c>.</param>
public sealed class ConfigurationPropertyInfo(string name, Type type)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The type of a value: of the items of a list, and without <c>Nullable</c>.</summary>
    public Type Type { get; } = type;

    /// <summary>The property holds a list of values.</summary>
    public bool MultiValued { get; init; }

    /// <summary>The declared place; <see cref="int.MaxValue"/> if none was declared.</summary>
    public int Order { get; init; } = int.MaxValue;

    /// <summary>The title; the name if none was declared.</summary>
    public string DisplayName { get; init; } = name;

    /// <summary>What the property means.</summary>
    public string? Description { get; init; }

    /// <summary>The heading under which a host shows the property.</summary>
    public string? Group { get; init; }

    /// <summary>The property must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>The value must not be shown.</summary>
    public bool Confidential { get; init; }

    /// <summary>The value of a new configuration. Null for confidential properties and for those that must be given.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The texts to choose from: the names of an enum, or the values of <c>[AllowedValues]</c>; empty if any value will do.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
