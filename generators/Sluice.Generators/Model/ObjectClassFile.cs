namespace Sluice.Generators.Model;

/// <summary>One generated file.</summary>
/// <param name="Model">What is in it.</param>
/// <param name="NeedsHash">Whether another type's file would have the same name.</param>
internal sealed record ObjectClassFile(ObjectClassModel Model, bool NeedsHash);
