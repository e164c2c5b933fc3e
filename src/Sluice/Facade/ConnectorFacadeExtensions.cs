namespace Sluice;

/// <summary>Short forms for the usual calls of a facade.</summary>
public static class ConnectorFacadeExtensions
{
    /// <summary>Delivers changes to an asynchronous handler.</summary>
    /// <param name="facade">The connector.</param>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="handler">Receives the deltas.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Cancels the run. Use a <see cref="SyncRun"/> to know the safe position then.</param>
    public static ValueTask<SyncResult> SyncAsync(this IConnectorFacade facade, ObjectClass objectClass, SyncPosition from, IAsyncSyncHandler handler, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facade);
        return facade.SyncAsync(new SyncRun(objectClass, from, options), handler, cancellation);
    }

    /// <summary>Delivers changes to a synchronous handler.</summary>
    /// <param name="facade">The connector.</param>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="handler">Receives the deltas.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Cancels the run. Use a <see cref="SyncRun"/> to know the safe position then.</param>
    public static SyncResult Sync(this IConnectorFacade facade, ObjectClass objectClass, SyncPosition from, ISyncHandler handler, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facade);
        return facade.Sync(new SyncRun(objectClass, from, options), handler, cancellation);
    }

    /// <summary>Delivers changes to a synchronous handler through the asynchronous face, which every connector with a sync has.</summary>
    /// <param name="facade">The connector.</param>
    /// <param name="run">Where to start.</param>
    /// <param name="handler">Receives the deltas.</param>
    /// <param name="cancellation">Cancels the run.</param>
    public static ValueTask<SyncResult> SyncAsync(this IConnectorFacade facade, SyncRun run, ISyncHandler handler, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facade);
        ArgumentNullException.ThrowIfNull(handler);
        return facade.SyncAsync(run, handler.AsAsync(), cancellation);
    }

    /// <summary>Whether a connector can do something with an object class.</summary>
    /// <param name="facade">The connector.</param>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="operations">What it should be able to do.</param>
    public static bool Supports(this IConnectorFacade facade, ObjectClass objectClass, ConnectorOperations operations)
    {
        ArgumentNullException.ThrowIfNull(facade);
        return (facade.Supports(objectClass) & operations) == operations;
    }
}
