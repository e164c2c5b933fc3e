namespace Sluice.Generators.Model;

/// <summary>Where an argument of the connector's constructor comes from.</summary>
internal enum ConnectorParameterSource
{
    /// <summary>The facade's copy of the configuration.</summary>
    Configuration,

    /// <summary>A logger of a category.</summary>
    Logger,

    /// <summary>The facade's logger factory.</summary>
    LoggerFactory,

    /// <summary>The host's clock.</summary>
    Clock,

    /// <summary>The host's services, which must be given.</summary>
    Services,

    /// <summary>The host's services, or null.</summary>
    OptionalServices,

    /// <summary>A service that must be there.</summary>
    Required,

    /// <summary>A service, or null.</summary>
    Optional,

    /// <summary>A service with a key that must be there.</summary>
    Keyed,

    /// <summary>A service with a key, or null.</summary>
    OptionalKeyed,
}
