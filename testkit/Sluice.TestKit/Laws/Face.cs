namespace Sluice.TestKit;

/// <summary>The faces through which a facade delivers.</summary>
internal enum Face
{
    /// <summary><see cref="IConnectorFacade.SyncAsync"/>.</summary>
    Untyped,

    /// <summary><see cref="IObjectClassFacade{T}"/>.</summary>
    Typed,

    /// <summary><see cref="IConnectorFacade.Sync"/>.</summary>
    Synchronous,
}
