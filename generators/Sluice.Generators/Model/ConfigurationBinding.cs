namespace Sluice.Generators.Model;

/// <summary>What happens when no value is given for a property.</summary>
internal enum ConfigurationBinding
{
    /// <summary>It keeps its default.</summary>
    Value,

    /// <summary>It keeps its default, and may also be null.</summary>
    Optional,

    /// <summary>That is an error: a <c>required</c> property, or a constructor parameter without a default.</summary>
    Required,
}
