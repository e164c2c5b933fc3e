namespace Sluice;

/// <summary>
/// Marks a partial class as a connector. The generator writes its facade, its dispatch per object class, its registration
/// and its entry in the assembly's catalogue.
/// </summary>
/// <param name="name">The connector's name, unique in its assembly (SLC003); it appears in logs, metrics and errors.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorAttribute(string name) : Attribute
{
    /// <summary>The connector's name, unique in its assembly.</summary>
    public string Name { get; } = name;

    /// <summary>The name shown to people; the <see cref="Name"/> when not set.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence that tells an operator what the connector connects to.</summary>
    public string? Description { get; set; }
}
