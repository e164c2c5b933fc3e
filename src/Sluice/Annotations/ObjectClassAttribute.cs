namespace Sluice;

/// <summary>
/// Marks a partial class or record as the shape of an object class. Each public readable property of a supported type is an
/// attribute; the generator writes the schema and the mapping to and from <see cref="ConnectorObject"/>.
/// </summary>
/// <param name="name">The object class name, for instance <see cref="ObjectClasses.Account"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectClassAttribute(string name) : Attribute
{
    /// <summary>The object class name.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence for the schema.</summary>
    public string? Description { get; set; }
}
