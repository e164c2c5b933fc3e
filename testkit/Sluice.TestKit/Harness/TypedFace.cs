namespace Sluice.TestKit;

/// <summary>A typed facade as the kit drives it.</summary>
public abstract class TypedFace
{
    private TypedFace()
    {
    }

    internal abstract ValueTask<SyncPosition> GetLatestSyncTokenAsync(OperationOptions? options, CancellationToken cancellation);

    internal abstract ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation);

    /// <summary>Wraps a typed facade.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="facade">The facade of its class.</param>
    public static TypedFace Of<T>(IObjectClassFacade<T> facade)
        where T : class, IMappedObject<T>
    {
        ArgumentNullException.ThrowIfNull(facade);
        return new Face<T>(facade);
    }

    private sealed class Face<T>(IObjectClassFacade<T> facade) : TypedFace
        where T : class, IMappedObject<T>
    {
        private readonly ObjectMapping<T> _mapping = ObjectMapping.Of<T>();

        internal override ValueTask<SyncPosition> GetLatestSyncTokenAsync(OperationOptions? options, CancellationToken cancellation) =>
            facade.GetLatestSyncTokenAsync(options, cancellation);

        internal override ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation) =>
            facade.SyncAsync(run, SyncHandler.FromAsync<T>((delta, c) => handler.HandleAsync(Untyped(delta), c)), cancellation);

        private SyncDelta Untyped(SyncDelta<T> delta) => delta.Type switch
        {
            SyncDeltaType.Delete => SyncDelta.Delete(delta.Token, facade.ObjectClass, delta.Uid),
            SyncDeltaType.Create => SyncDelta.Create(delta.Token, _mapping.ToConnectorObject(delta.Object!)),
            SyncDeltaType.Update => SyncDelta.Update(delta.Token, _mapping.ToConnectorObject(delta.Object!), delta.PreviousUid),
            _ => SyncDelta.CreateOrUpdate(delta.Token, _mapping.ToConnectorObject(delta.Object!), delta.PreviousUid),
        };
    }
}
