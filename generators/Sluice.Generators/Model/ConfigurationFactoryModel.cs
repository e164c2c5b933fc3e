namespace Sluice.Generators.Model;

/// <summary>One of the methods that make a configuration.</summary>
/// <param name="Source">What it reads.</param>
/// <param name="Declaration">How it is declared.</param>
internal sealed record ConfigurationFactoryModel(ConfigurationSource Source, ConfigurationFactoryDeclaration Declaration);
