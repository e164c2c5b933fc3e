namespace Sluice.Generators.Model;

/// <summary>A named argument of an attribute.</summary>
/// <param name="Name">The property, escaped.</param>
/// <param name="Value">The literal.</param>
internal sealed record ConfigurationRuleArgument(string Name, string Value);
