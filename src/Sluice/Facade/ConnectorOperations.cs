namespace Sluice;

/// <summary>What a connector can do, per object class or (test, schema) as a whole.</summary>
[Flags]
public enum ConnectorOperations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Deltas, to an asynchronous or a synchronous handler through <see cref="IConnectorFacade.SyncAsync"/>.</summary>
    Sync = 1 << 0,

    /// <summary>Deltas without any asynchrony, through <see cref="IConnectorFacade.Sync"/>.</summary>
    SynchronousSync = 1 << 1,

    /// <summary>The position of the newest change.</summary>
    LatestSyncToken = 1 << 2,

    /// <summary>Objects by a filter.</summary>
    Search = 1 << 3,

    /// <summary>Objects by a filter, page by page with a cookie.</summary>
    SearchPage = 1 << 4,

    /// <summary>One object by its uid.</summary>
    Get = 1 << 5,

    /// <summary>Creation of objects.</summary>
    Create = 1 << 6,

    /// <summary>Changes of objects.</summary>
    Update = 1 << 7,

    /// <summary>Deletion of objects.</summary>
    Delete = 1 << 8,

    /// <summary>Checks of a user name and a password.</summary>
    Authenticate = 1 << 9,

    /// <summary>The uid of a user name.</summary>
    ResolveUserName = 1 << 10,

    /// <summary>A test whether the system can be reached.</summary>
    TestConnection = 1 << 11,

    /// <summary>A schema that only the system knows.</summary>
    Schema = 1 << 12,
}
