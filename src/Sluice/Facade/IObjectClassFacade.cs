namespace Sluice;

/// <summary>One object class of a connector, for callers that know its annotated type: the same guards, no mapping.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public interface IObjectClassFacade<T>
    where T : class
{
    /// <summary>The object class.</summary>
    ObjectClass ObjectClass { get; }

    /// <summary>What the connector can do with it.</summary>
    ConnectorOperations Supported { get; }

    /// <inheritdoc cref="IConnectorFacade.GetLatestSyncTokenAsync"/>
    ValueTask<SyncPosition> GetLatestSyncTokenAsync(OperationOptions? options = null, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.SyncAsync"/>
    ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler<T> handler, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.Sync"/>
    SyncResult Sync(SyncRun run, ISyncHandler<T> handler, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.SearchAsync"/>
    IAsyncEnumerable<T> SearchAsync(Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.SearchPageAsync"/>
    ValueTask<SearchPage<T>> SearchPageAsync(Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.GetAsync"/>
    ValueTask<T?> GetAsync(Uid uid, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Creates an object.</summary>
    /// <param name="object">The object.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The new object's uid.</returns>
    ValueTask<Uid> CreateAsync(T @object, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.UpdateAsync"/>
    ValueTask<Uid> UpdateAsync(Uid uid, ObjectPatch patch, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <inheritdoc cref="IConnectorFacade.DeleteAsync"/>
    ValueTask DeleteAsync(Uid uid, OperationOptions? options = null, CancellationToken cancellation = default);
}
