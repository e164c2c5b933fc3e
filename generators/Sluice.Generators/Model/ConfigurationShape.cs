namespace Sluice.Generators.Model;

/// <summary>How many values a configuration property has.</summary>
internal enum ConfigurationShape
{
    Single,
    Array,
    List,
}
