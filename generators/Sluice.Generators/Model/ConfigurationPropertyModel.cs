using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>One property of a configuration.</summary>
/// <param name="Name">The name, without an escape.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Binding">What happens when no value is given.</param>
/// <param name="ConstructorParameter">The constructor parameter that sets it; null if an initializer does.</param>
/// <param name="IsRequired">A host must have a value for it.</param>
/// <param name="IsConfidential">Its value must not be shown.</param>
/// <param name="Order">The declared place; null if none.</param>
/// <param name="DisplayName">The declared title; null if none.</param>
/// <param name="Description">What it means.</param>
/// <param name="Group">The heading above it.</param>
/// <param name="AllowedValues">The texts to choose from; empty for any.</param>
/// <param name="Rules">Its validation attributes, <c>[Required]</c> first.</param>
/// <param name="TrimmingTargets">The members whose attributes the trimmer would warn of without need, as documentation ids.</param>
internal sealed record ConfigurationPropertyModel(
    string Name,
    ConfigurationTypeModel Type,
    ConfigurationBinding Binding,
    string? ConstructorParameter,
    bool IsRequired,
    bool IsConfidential,
    int? Order,
    string? DisplayName,
    string? Description,
    string? Group,
    EquatableArray<string> AllowedValues,
    EquatableArray<ConfigurationRuleModel> Rules,
    EquatableArray<string> TrimmingTargets);
