using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sluice.Runtime;

/// <summary>How generated facades meet a host's services.</summary>
public static class ConnectorServices
{
    /// <summary>The logger of a connector; one that is silent where the host has none.</summary>
    /// <typeparam name="TConnector">The connector.</typeparam>
    /// <param name="services">The host's services.</param>
    public static ILogger<TConnector> Logger<TConnector>(IServiceProvider? services) =>
        Optional<ILogger<TConnector>>(services) ?? NullLogger<TConnector>.Instance;

    /// <summary>The host's clock, or the system's.</summary>
    /// <param name="services">The host's services.</param>
    public static TimeProvider Clock(IServiceProvider? services) => Optional<TimeProvider>(services) ?? TimeProvider.System;

    /// <summary>A service that may be missing.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The host's services.</param>
    public static TService? Optional<TService>(IServiceProvider? services)
        where TService : class => services?.GetService(typeof(TService)) as TService;

    /// <summary>A service that a connector's constructor needs.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="connector">The connector's name, for the message.</param>
    /// <exception cref="InvalidOperationException">The service is missing.</exception>
    public static TService Required<TService>(IServiceProvider? services, string connector)
        where TService : notnull => services?.GetService(typeof(TService)) is TService service
            ? service
            : throw Missing<TService>(services, connector, "");

    /// <summary>A service with a key that may be missing.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="key">The key.</param>
    public static TService? OptionalKeyed<TService>(IServiceProvider? services, object? key)
        where TService : class => (services as IKeyedServiceProvider)?.GetKeyedService(typeof(TService), key) as TService;

    /// <summary>A service with a key that a connector's constructor needs.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="key">The key.</param>
    /// <param name="connector">The connector's name, for the message.</param>
    /// <exception cref="InvalidOperationException">The service is missing.</exception>
    public static TService RequiredKeyed<TService>(IServiceProvider? services, object? key, string connector)
        where TService : notnull => (services as IKeyedServiceProvider)?.GetKeyedService(typeof(TService), key) is TService service
            ? service
            : throw Missing<TService>(services, connector, $" with the key '{key}'");

    /// <summary>The host's services, for a connector whose constructor takes them as a whole.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connector">The connector's name, for the message.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static IServiceProvider Given(IServiceProvider? services, string connector) =>
        services ?? throw new InvalidOperationException($"The connector '{connector}' needs the host's services: pass them to CreateFacade.");

    /// <summary>The settings given, else those registered with the host, else the defaults with the host's logging.</summary>
    /// <param name="settings">The settings given.</param>
    /// <param name="services">The host's services.</param>
    public static FacadeSettings Settings(FacadeSettings? settings, IServiceProvider? services)
    {
        if (settings is not null)
            return settings;
        if (Optional<FacadeSettings>(services) is { } registered)
            return registered;
        return Optional<ILoggerFactory>(services) is { } logging ? FacadeSettings.Default with { LoggerFactory = logging } : FacadeSettings.Default;
    }

    /// <summary>The properties of a configuration class.</summary>
    /// <typeparam name="TConfiguration">The configuration class.</typeparam>
    public static IReadOnlyList<ConfigurationPropertyInfo> Properties<TConfiguration>()
        where TConfiguration : class, IConnectorConfiguration<TConfiguration> => TConfiguration.Properties;

    /// <summary>Reads and validates a configuration.</summary>
    /// <typeparam name="TConfiguration">The configuration class.</typeparam>
    /// <param name="section">The section whose keys are the property names.</param>
    /// <exception cref="ConfigurationException">Values are missing or wrong: all of them in one exception.</exception>
    public static TConfiguration Bind<TConfiguration>(IConfiguration section)
        where TConfiguration : class, IConnectorConfiguration<TConfiguration> => TConfiguration.FromConfiguration(section);

    /// <summary>Reads and validates a configuration.</summary>
    /// <typeparam name="TConfiguration">The configuration class.</typeparam>
    /// <param name="properties">The values by property name.</param>
    /// <exception cref="ConfigurationException">Values are missing, unknown or wrong: all of them in one exception.</exception>
    public static TConfiguration Bind<TConfiguration>(IReadOnlyDictionary<string, object?> properties)
        where TConfiguration : class, IConnectorConfiguration<TConfiguration> => TConfiguration.FromProperties(properties);

    /// <summary>Registers a facade as itself, and as <see cref="IConnectorFacade"/> both alone and under the connector's name.</summary>
    /// <typeparam name="TFacade">The generated facade.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The connector's name.</param>
    /// <param name="create">Creates the facade; it is disposed with the host.</param>
    public static IServiceCollection Add<TFacade>(IServiceCollection services, string name, Func<IServiceProvider, TFacade> create)
        where TFacade : class, IConnectorFacade
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(create);
        services.AddSingleton<IConnectorFacade>(provider => provider.GetRequiredService<TFacade>());
        services.AddKeyedSingleton<IConnectorFacade>(name, (provider, _) => provider.GetRequiredService<TFacade>());
        return services;
    }

    private static InvalidOperationException Missing<TService>(IServiceProvider? services, string connector, string key) =>
        new($"The connector '{connector}' needs a {typeof(TService).Name}{key}: {(services is null ? "pass the host's services to CreateFacade" : "register one with the host's services")}.");
}
