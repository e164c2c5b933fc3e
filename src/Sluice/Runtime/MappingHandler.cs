namespace Sluice.Runtime;

/// <summary>Turns typed deltas into untyped ones for a handler: only the connector object and its delta are allocated.</summary>
internal sealed class MappingHandler<T>(ObjectMapping<T> mapping, ObjectShape shape, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler) : ISyncHandler<T>, IAsyncSyncHandler<T>
    where T : class
{
    public SyncAnswer Handle(in SyncDelta<T> delta) => handler!.Handle(Map(delta));

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta<T> delta, CancellationToken cancellation) => asyncHandler!.HandleAsync(Map(delta), cancellation);

    private SyncDelta Map(in SyncDelta<T> delta) => delta.Object is { } changed
        ? new SyncDelta(delta.TokenReference, delta.Type, mapping.ToConnectorObject(changed, shape), null, null, delta.PreviousUidText)
        : new SyncDelta(delta.TokenReference, delta.Type, null, shape.ObjectClass, delta.DeletedUid, null);
}
