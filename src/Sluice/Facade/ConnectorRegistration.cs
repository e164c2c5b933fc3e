namespace Sluice;

/// <summary>A connector in an assembly's catalogue: what a host needs to show it, to configure it and to create it, without reflection.</summary>
public sealed class ConnectorRegistration
{
    private readonly Func<IReadOnlyDictionary<string, object?>, IServiceProvider?, FacadeSettings?, IConnectorFacade> _create;

    /// <summary>Registers a connector; called by generated code.</summary>
    /// <param name="info">The connector.</param>
    /// <param name="configuration">Its configuration's properties.</param>
    /// <param name="create">Creates its facade from a property bag.</param>
    public ConnectorRegistration(
        ConnectorInfo info,
        IReadOnlyList<ConfigurationPropertyInfo> configuration,
        Func<IReadOnlyDictionary<string, object?>, IServiceProvider?, FacadeSettings?, IConnectorFacade> create)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(create);
        Info = info;
        Configuration = configuration;
        _create = create;
    }

    /// <summary>The connector.</summary>
    public ConnectorInfo Info { get; }

    /// <summary>Its configuration's properties, in the order in which a host shows them; empty where it has none.</summary>
    public IReadOnlyList<ConfigurationPropertyInfo> Configuration { get; }

    /// <summary>Creates the connector's facade.</summary>
    /// <param name="properties">The configuration's values by property name.</param>
    /// <param name="services">Gives the connector's other constructor parameters.</param>
    /// <param name="settings">How the facade behaves; the defaults when null.</param>
    /// <exception cref="ConfigurationException">Values are missing, unknown or wrong: all of them in one exception.</exception>
    public IConnectorFacade CreateFacade(IReadOnlyDictionary<string, object?> properties, IServiceProvider? services = null, FacadeSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return _create(properties, services, settings);
    }
}
