namespace Sluice.Generators.Model;

/// <summary>One argument of the connector's constructor.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Type">The type asked for: the service, or the category of a logger.</param>
/// <param name="Name">The parameter's name where it must be written, since one before it is left out.</param>
/// <param name="Key">The key of a keyed service as code.</param>
internal sealed record ConnectorParameter(ConnectorParameterSource Source, string Type, string? Name, string? Key);
