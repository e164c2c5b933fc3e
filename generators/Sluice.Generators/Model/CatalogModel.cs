using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>The catalogue of an assembly.</summary>
/// <param name="Namespace">Made of the assembly's name.</param>
/// <param name="Entries">The connectors, ordered by name.</param>
internal sealed record CatalogModel(string Namespace, EquatableArray<CatalogEntry> Entries);
