namespace Sluice.Generators.Model;

/// <summary>An annotated type that a connector serves, and its face in the facade.</summary>
/// <param name="Type">The type as code.</param>
/// <param name="Face">The facade's property for callers that know the type.</param>
/// <param name="Accessibility">Of the property.</param>
internal sealed record OperationsTarget(string Type, string Face, string Accessibility);
