using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>What the catalogue needs to know of one connector.</summary>
/// <param name="Name">The connector's name, the catalogue's order.</param>
/// <param name="Type">The class as code.</param>
/// <param name="Facade">The facade's name.</param>
/// <param name="Factory">The method that creates it.</param>
/// <param name="Configuration">The configuration type as code, or null.</param>
/// <param name="Warnings">Compiler warnings that naming the connector gives.</param>
internal sealed record CatalogEntry(string Name, string Type, string Facade, string Factory, string? Configuration, EquatableArray<string> Warnings);
