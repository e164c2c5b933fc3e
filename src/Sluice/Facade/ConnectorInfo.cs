namespace Sluice;

/// <summary>What is known of a connector before it is created.</summary>
/// <param name="Name">Its name, unique in its assembly.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Description">One sentence for operators.</param>
public sealed record ConnectorInfo(string Name, string DisplayName, string? Description = null);
