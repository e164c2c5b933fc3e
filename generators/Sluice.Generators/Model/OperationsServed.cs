namespace Sluice.Generators.Model;

/// <summary>One object class in the order in which the connector declares them.</summary>
/// <param name="Operations">The place of its operations in the model.</param>
/// <param name="ObjectClass">Its name where the operations are untyped; null where the annotated type knows it.</param>
internal sealed record OperationsServed(int Operations, string? ObjectClass);
