namespace Sluice.TestKit.Tests;

/// <summary>What a facade needs that reads only, written by hand: no guard stands between it and its callers.</summary>
internal abstract class HandWrittenFacade : IConnectorFacade
{
    public static readonly ConnectorSchema DefaultSchema = new([ObjectMapping.Of<Person>().Info, ObjectMapping.Of<Team>().Info]);

    public virtual ConnectorInfo Info { get; } = new("reference", "Reference connector over a source in memory");

    public virtual IReadOnlyList<ObjectClass> ObjectClasses { get; } = [ObjectClass.Account, ObjectClass.Group];

    public virtual ConnectorOperations Supports(ObjectClass objectClass) => objectClass.IsAll
        ? ConnectorOperations.Sync | ConnectorOperations.LatestSyncToken
        : ObjectClasses.Contains(objectClass) ? ConnectorOperations.Sync | ConnectorOperations.LatestSyncToken | ConnectorOperations.Search | ConnectorOperations.Get : ConnectorOperations.None;

    public IReadOnlyList<ConfigurationError> ValidateConfiguration() => [];

    public ValueTask TestConnectionAsync(CancellationToken cancellation = default) => throw Unsupported(nameof(ConnectorOperations.TestConnection));

    public virtual ValueTask<ConnectorSchema> GetSchemaAsync(CancellationToken cancellation = default) => new(DefaultSchema);

    public abstract ValueTask<SyncPosition> GetLatestSyncTokenAsync(ObjectClass objectClass, OperationOptions? options = null, CancellationToken cancellation = default);

    public abstract ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default);

    public SyncResult Sync(SyncRun run, ISyncHandler handler, CancellationToken cancellation = default) => throw Unsupported(nameof(ConnectorOperations.SynchronousSync));

    public abstract IAsyncEnumerable<ConnectorObject> SearchAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default);

    public ValueTask<SearchPage> SearchPageAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.SearchPage));

    public virtual async ValueTask<ConnectorObject?> GetAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        await foreach (var found in SearchAsync(objectClass, null, options, cancellation))
        {
            if (found.Uid == uid)
                return found;
        }

        return null;
    }

    public ValueTask<Uid> CreateAsync(ObjectClass objectClass, IReadOnlyCollection<ObjectAttribute> attributes, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.Create));

    public ValueTask<Uid> UpdateAsync(ObjectClass objectClass, Uid uid, ObjectPatch patch, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.Update));

    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.Delete));

    public ValueTask<Uid> AuthenticateAsync(ObjectClass objectClass, string userName, GuardedString password, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.Authenticate));

    public ValueTask<Uid> ResolveUserNameAsync(ObjectClass objectClass, string userName, OperationOptions? options = null, CancellationToken cancellation = default) =>
        throw Unsupported(nameof(ConnectorOperations.ResolveUserName));

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The class to read, null for all of them.</summary>
    protected virtual ObjectClass? Served(ObjectClass objectClass)
    {
        if (objectClass.IsAll)
            return null;
        return ObjectClasses.Contains(objectClass) ? objectClass : throw new UnsupportedObjectClassException(objectClass, ObjectClasses, "Sync");
    }

    private UnsupportedConnectorOperationException Unsupported(string operation) => new(operation, ["Sync", "LatestSyncToken", "Search"]) { ConnectorName = Info.Name };
}
