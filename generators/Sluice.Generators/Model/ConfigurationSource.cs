namespace Sluice.Generators.Model;

/// <summary>What a configuration is read from.</summary>
internal enum ConfigurationSource
{
    Section,
    Properties,
}
