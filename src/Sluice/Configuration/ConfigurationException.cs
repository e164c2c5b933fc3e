namespace Sluice;

/// <summary>A configuration is not valid. The message holds all errors, one per line, and no value of a confidential property.</summary>
public sealed class ConfigurationException : ConnectorException
{
    /// <summary>Reports an invalid configuration.</summary>
    /// <param name="configuration">What is configured: the name of the configuration class, or of the connector.</param>
    /// <param name="errors">Everything that is wrong.</param>
    public ConfigurationException(string configuration, IReadOnlyList<ConfigurationError> errors)
        : base($"{configuration} is not valid:\n{string.Join('\n', errors.Select(error => $"- {error}"))}")
        => Errors = errors;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}
