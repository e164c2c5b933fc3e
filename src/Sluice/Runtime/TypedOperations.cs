using System.Runtime.CompilerServices;

namespace Sluice.Runtime;

/// <summary>One object class of an annotated type; the generated half overrides what the connector declares.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public abstract class TypedOperations<T> : ObjectClassOperations<T>, IObjectClassFacade<T>
    where T : class, IMappedObject<T>
{
    /// <summary>Describes the class.</summary>
    /// <param name="facade">The facade that serves it.</param>
    /// <param name="supported">What the connector declares.</param>
    /// <param name="granularity">What its tokens promise.</param>
    /// <param name="tokenOrder">The order of its own token type, where it declares one.</param>
    /// <param name="filtersNatively">Whether its search results satisfy the filter exactly.</param>
    protected TypedOperations(ConnectorFacade facade, ConnectorOperations supported, TokenGranularity granularity = TokenGranularity.Group, SyncTokenOrder? tokenOrder = null, bool filtersNatively = false)
        : base(facade, T.Mapping.Info.ObjectClass, T.Mapping.Info, supported, granularity, tokenOrder, filtersNatively)
    {
    }

    private static ObjectMapping<T> Mapping => T.Mapping;

    /// <summary>Runs the connector's synchronous sync.</summary>
    /// <param name="session">Takes the deltas.</param>
    protected virtual void Sync(SyncSession<T> session) => throw NotDeclared();

    /// <summary>
    /// Runs the connector's sync with an asynchronous handler. The default serves synchronous handler-shaped connectors, which
    /// cannot wait for one, by fetching batches.
    /// </summary>
    /// <param name="session">Takes the deltas.</param>
    protected virtual ValueTask SyncAsync(SyncSession<T> session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var bridge = new HandlerBridge<SyncDelta<T>>();
        var handler = SyncHandler.From<T>(delta => bridge.Take(delta, delta.Token));
        return bridge.RunAsync(session, from => new SyncSession<T>(this, from, session.Options, handler, session.Cancellation), Run, session.DeliverAsync);
    }

    /// <inheritdoc/>
    ValueTask<SyncPosition> IObjectClassFacade<T>.GetLatestSyncTokenAsync(OperationOptions? options, CancellationToken cancellation) =>
        Facade.GetLatestSyncTokenAsync(ObjectClass, options, cancellation);

    /// <inheritdoc/>
    ValueTask<SyncResult> IObjectClassFacade<T>.SyncAsync(SyncRun run, IAsyncSyncHandler<T> handler, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Facade.CheckRun(run, this, ConnectorOperations.Sync);
        return Facade.RunAsync(run, new SyncSession<T>(this, run.From, run.Options, handler, cancellation));
    }

    /// <inheritdoc/>
    SyncResult IObjectClassFacade<T>.Sync(SyncRun run, ISyncHandler<T> handler, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Facade.CheckRun(run, this, ConnectorOperations.SynchronousSync);
        return Facade.Run(run, new SyncSession<T>(this, run.From, run.Options, handler, cancellation));
    }

    /// <inheritdoc/>
    IAsyncEnumerable<T> IObjectClassFacade<T>.SearchAsync(Filter? filter, OperationOptions? options, CancellationToken cancellation) =>
        FoundAsync(filter, Facade.Context(this, ConnectorOperations.Search, options, cancellation), cancellation);

    /// <inheritdoc/>
    ValueTask<SearchPage<T>> IObjectClassFacade<T>.SearchPageAsync(Filter? filter, OperationOptions? options, CancellationToken cancellation) =>
        FoundPageAsync(filter, Facade.Context(this, ConnectorOperations.SearchPage, options, cancellation));

    /// <inheritdoc/>
    ValueTask<T?> IObjectClassFacade<T>.GetAsync(Uid uid, OperationOptions? options, CancellationToken cancellation) =>
        ReadAsync(ConnectorFacade.Given(uid), Facade.Context(this, ConnectorOperations.Get, options, cancellation));

    /// <inheritdoc/>
    async ValueTask<Uid> IObjectClassFacade<T>.CreateAsync(T @object, OperationOptions? options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@object);
        return Answered(await CreateAsync(@object, Facade.Context(this, ConnectorOperations.Create, options, cancellation)).ConfigureAwait(false), ConnectorOperations.Create);
    }

    /// <inheritdoc/>
    ValueTask<Uid> IObjectClassFacade<T>.UpdateAsync(Uid uid, ObjectPatch patch, OperationOptions? options, CancellationToken cancellation) =>
        Facade.UpdateAsync(ObjectClass, uid, patch, options, cancellation);

    /// <inheritdoc/>
    ValueTask IObjectClassFacade<T>.DeleteAsync(Uid uid, OperationOptions? options, CancellationToken cancellation) =>
        Facade.DeleteAsync(ObjectClass, uid, options, cancellation);

    internal override SyncSession Begin(SyncPosition from, OperationOptions options, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation)
    {
        var mapped = new MappingHandler<T>(Mapping, Shape(options), handler, asyncHandler);
        return handler is not null
            ? new SyncSession<T>(this, from, options, (ISyncHandler<T>)mapped, cancellation)
            : new SyncSession<T>(this, from, options, (IAsyncSyncHandler<T>)mapped, cancellation);
    }

    internal override void Run(SyncSession session) => Sync((SyncSession<T>)session);

    internal override ValueTask RunAsync(SyncSession session) => SyncAsync((SyncSession<T>)session);

    internal override async IAsyncEnumerable<ConnectorObject> SearchObjectsAsync(Filter? filter, OperationContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var shape = Shape(context.Options);
        await foreach (var found in FoundAsync(filter, context, cancellation).ConfigureAwait(false))
            yield return Mapping.ToConnectorObject(found, shape);
    }

    internal override async ValueTask<SearchPage> SearchObjectPageAsync(Filter? filter, OperationContext context)
    {
        var shape = Shape(context.Options);
        var page = await FoundPageAsync(filter, context).ConfigureAwait(false);
        return new SearchPage([.. page.Objects.Select(found => Mapping.ToConnectorObject(found, shape))], page.Cookie);
    }

    internal override async ValueTask<ConnectorObject?> GetObjectAsync(Uid uid, OperationContext context) =>
        await ReadAsync(uid, context).ConfigureAwait(false) is { } found ? Mapping.ToConnectorObject(found, Shape(context.Options)) : null;

    internal override ValueTask<Uid> CreateObjectAsync(IReadOnlyCollection<ObjectAttribute> attributes, OperationContext context) =>
        CreateAsync(Mapping.Build(new AttributeReader(Mapping.Info, new GivenAttributes(Mapping.Info, attributes))), context);

    private protected override IAttributeSource AttributesOf(T source) => new MappedAttributes(source);

    private static ObjectShape Shape(OperationOptions options) =>
        options.AttributesToGet is { } attributes ? Mapping.Info.Shape.Project(attributes) : Mapping.DefaultShape;

    /// <summary>Reads an annotated object by attribute name, for filters.</summary>
    private sealed class MappedAttributes(T source) : IAttributeSource
    {
        public bool TryGet(string attribute, out object? value)
        {
            var slot = Mapping.Info.Shape.IndexOf(attribute);
            value = slot < 0 ? ConnectorObject.Absent : Mapping.Read(source, slot);
            if (!ReferenceEquals(value, ConnectorObject.Absent))
                return true;
            value = null;
            return false;
        }
    }
}
