namespace Sluice.Generators;

/// <summary>The names of the configuration generator's stages, for tests and for the compiler's statistics.</summary>
internal static class ConfigurationSteps
{
    /// <summary>From symbol to model.</summary>
    public const string Parse = "Configuration.Parse";

    /// <summary>Hint names that more than one configuration would get.</summary>
    public const string Ambiguous = "Configuration.Ambiguous";

    /// <summary>Model and hint name of one file.</summary>
    public const string File = "Configuration.File";
}
