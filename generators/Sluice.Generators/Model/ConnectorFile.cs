namespace Sluice.Generators.Model;

/// <summary>One generated file.</summary>
/// <param name="Model">What is in it.</param>
/// <param name="NeedsHash">Whether another file would have the same name.</param>
internal sealed record ConnectorFile(ConnectorModel Model, bool NeedsHash);
