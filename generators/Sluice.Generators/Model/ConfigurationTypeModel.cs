namespace Sluice.Generators.Model;

/// <summary>The type of a configuration property.</summary>
/// <param name="Kind">The type of a value.</param>
/// <param name="Shape">One value or a list.</param>
/// <param name="EnumName">The fully qualified name, where it is an enum.</param>
internal sealed record ConfigurationTypeModel(ConfigurationValueKind Kind, ConfigurationShape Shape, string? EnumName);
