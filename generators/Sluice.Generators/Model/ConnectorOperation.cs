namespace Sluice.Generators.Model;

/// <summary>The operations; those of an object class have their names in <c>ConnectorOperations</c>, and its order.</summary>
internal enum ConnectorOperation
{
    /// <summary>Deltas.</summary>
    Sync,

    /// <summary>The position of the newest change.</summary>
    LatestSyncToken,

    /// <summary>Objects by a filter.</summary>
    Search,

    /// <summary>Objects by a filter, page by page.</summary>
    SearchPage,

    /// <summary>One object.</summary>
    Get,

    /// <summary>A new object.</summary>
    Create,

    /// <summary>A change of an object.</summary>
    Update,

    /// <summary>The end of an object.</summary>
    Delete,

    /// <summary>A check of user name and password.</summary>
    Authenticate,

    /// <summary>The uid of a user name.</summary>
    ResolveUserName,

    /// <summary>A test of the connection, of the whole connector.</summary>
    TestConnection,

    /// <summary>The schema, of the whole connector.</summary>
    Schema,

    /// <summary>The object classes known at run time only, of the whole connector.</summary>
    ObjectClassSource,
}
