namespace Sluice;

/// <summary>An attribute as a schema declares it.</summary>
public sealed class ObjectAttributeInfo
{
    /// <summary>Declares an attribute.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="traits">What else holds for it.</param>
    /// <param name="description">A description for people.</param>
    /// <param name="allowedValues">The texts that it may hold (the names of an enum); null when there is no such limit.</param>
    public ObjectAttributeInfo(
        string name, AttributeType type, AttributeTraits traits = AttributeTraits.None, string? description = null, IReadOnlyList<string>? allowedValues = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _ = AttributeTypes.ClrType(type);
        if (AttributeNames.IsSecret(name) && type != AttributeType.GuardedString)
        {
            throw new ArgumentException($"Attribute '{name}' is a secret: its type is GuardedString, never {type} (SLC406).", nameof(type));
        }

        if (AttributeNames.IsIdentity(name) && (type != AttributeType.String || traits.HasFlag(AttributeTraits.MultiValued)))
        {
            throw new ArgumentException($"Attribute '{name}' is one String.", nameof(type));
        }

        if (allowedValues is not null && type != AttributeType.String)
        {
            throw new ArgumentException($"Attribute '{name}': allowed values are texts, so its type is String, not {type}.", nameof(allowedValues));
        }

        Name = name;
        Type = type;
        Traits = traits;
        Description = description;
        AllowedValues = allowedValues is null ? null : [.. allowedValues];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type of the values.</summary>
    public AttributeType Type { get; }

    /// <summary>What else holds for the attribute.</summary>
    public AttributeTraits Traits { get; }

    /// <summary>A description for people.</summary>
    public string? Description { get; }

    /// <summary>The texts that the attribute may hold, or null when there is no such limit.</summary>
    public IReadOnlyList<string>? AllowedValues { get; }

    /// <summary>Whether every object has a value for it.</summary>
    public bool IsRequired => Traits.HasFlag(AttributeTraits.Required);

    /// <summary>Whether its value is a list.</summary>
    public bool IsMultiValued => Traits.HasFlag(AttributeTraits.MultiValued);

    /// <summary>Name, type and traits.</summary>
    public override string ToString() => $"{Name}: {Type}{(Traits == AttributeTraits.None ? "" : $" ({Traits})")}";
}
