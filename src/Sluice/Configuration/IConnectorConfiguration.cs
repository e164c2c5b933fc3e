using Microsoft.Extensions.Configuration;
using Sluice.Runtime;

namespace Sluice;

/// <summary>A connector's configuration. Generated for a class with <see cref="ConnectorConfigurationAttribute"/>.</summary>
/// <typeparam name="TSelf">The configuration class itself.</typeparam>
public interface IConnectorConfiguration<TSelf>
    where TSelf : class, IConnectorConfiguration<TSelf>
{
    /// <summary>The properties, in the order in which a host shows them.</summary>
    static abstract IReadOnlyList<ConfigurationPropertyInfo> Properties { get; }

    /// <summary>Reads and validates a configuration. Keys that are no properties are left alone.</summary>
    /// <param name="section">The section whose keys are the property names, case ignored.</param>
    /// <exception cref="ConfigurationException">Values are missing or wrong: all of them in one exception.</exception>
    static abstract TSelf FromConfiguration(IConfiguration section);

    /// <summary>Reads and validates a configuration. A name that is no property is an error, because it is a misspelt one.</summary>
    /// <param name="properties">Values by property name, case ignored. A text is read like one from a configuration file.</param>
    /// <exception cref="ConfigurationException">Values are missing, unknown or wrong: all of them in one exception.</exception>
    static abstract TSelf FromProperties(IReadOnlyDictionary<string, object?> properties);

    /// <summary>Checks the present values.</summary>
    /// <returns>Everything that is wrong; empty when the configuration is valid.</returns>
    IReadOnlyList<ConfigurationError> Validate()
    {
        var validation = new ConfigurationValidation();
        Check(validation);
        return validation.Errors;
    }

    /// <summary>Runs the checks of all properties.</summary>
    /// <param name="validation">Collects the errors.</param>
    void Check(ConfigurationValidation validation);

    /// <summary>
    /// An independent copy: later changes here do not show there, and secrets are disposed separately. Properties that are
    /// not configured are taken over as they are; fields are not.
    /// </summary>
    TSelf Snapshot();

    /// <summary>Clears the secrets; a facade calls it on its own copy when it is disposed.</summary>
    void ClearSecrets()
    {
    }
}
