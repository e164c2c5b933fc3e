using System.Runtime.CompilerServices;

namespace Sluice.Runtime;

/// <summary>An object class that no annotated type describes; the generated half overrides what the connector declares.</summary>
public abstract class UntypedOperations : ObjectClassOperations<ConnectorObject>
{
    /// <summary>Describes the class.</summary>
    /// <param name="facade">The facade that serves it.</param>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="info">Its schema, where it is known.</param>
    /// <param name="supported">What the connector declares.</param>
    /// <param name="granularity">What its tokens promise.</param>
    /// <param name="tokenOrder">The order of its own token type, where it declares one.</param>
    /// <param name="filtersNatively">Whether its search results satisfy the filter exactly.</param>
    protected UntypedOperations(ConnectorFacade facade, ObjectClass objectClass, ObjectClassInfo? info, ConnectorOperations supported, TokenGranularity granularity = TokenGranularity.Group, SyncTokenOrder? tokenOrder = null, bool filtersNatively = false)
        : base(facade, objectClass, info, supported, granularity, tokenOrder, filtersNatively)
    {
    }

    /// <summary>Runs the connector's synchronous sync.</summary>
    /// <param name="session">Takes the deltas.</param>
    protected virtual void Sync(UntypedSyncSession session) => throw NotDeclared();

    /// <summary>Runs the connector's sync with an asynchronous handler; the default fetches batches, see <see cref="TypedOperations{T}"/>.</summary>
    /// <param name="session">Takes the deltas.</param>
    protected virtual ValueTask SyncAsync(UntypedSyncSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var bridge = new HandlerBridge<SyncDelta>();
        var handler = SyncHandler.From(delta => bridge.Take(delta, delta.Token));
        return bridge.RunAsync(session, from => new UntypedSyncSession(this, from, session.Options, handler, null, session.Cancellation), Run, session.DeliverAsync);
    }

    internal override SyncSession Begin(SyncPosition from, OperationOptions options, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation) =>
        new UntypedSyncSession(this, from, options, handler, asyncHandler, cancellation);

    internal override void Run(SyncSession session) => Sync((UntypedSyncSession)session);

    internal override ValueTask RunAsync(SyncSession session) => SyncAsync((UntypedSyncSession)session);

    internal override async IAsyncEnumerable<ConnectorObject> SearchObjectsAsync(Filter? filter, OperationContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var projection = AttributeProjection.Of(context.Options);
        await foreach (var found in FoundAsync(filter, context, cancellation).ConfigureAwait(false))
            yield return projection is null ? found : projection.Prune(found);
    }

    internal override async ValueTask<SearchPage> SearchObjectPageAsync(Filter? filter, OperationContext context)
    {
        var projection = AttributeProjection.Of(context.Options);
        var page = await FoundPageAsync(filter, context).ConfigureAwait(false);
        return new SearchPage(projection is null ? page.Objects : [.. page.Objects.Select(projection.Prune)], page.Cookie);
    }

    internal override async ValueTask<ConnectorObject?> GetObjectAsync(Uid uid, OperationContext context) =>
        await ReadAsync(uid, context).ConfigureAwait(false) is { } found ? AttributeProjection.Of(context.Options)?.Prune(found) ?? found : null;

    internal override ValueTask<Uid> CreateObjectAsync(IReadOnlyCollection<ObjectAttribute> attributes, OperationContext context) =>
        CreateAsync(new GivenAttributes(ObjectClassInfo, attributes).ToObject(ObjectClass), context);

    private protected override IAttributeSource AttributesOf(ConnectorObject source) => source;
}
