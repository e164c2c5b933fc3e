namespace Sluice.Runtime;

/// <summary>The guard of one sync over <see cref="SyncDelta"/>, for connectors whose classes are not annotated types.</summary>
public sealed class UntypedSyncSession : SyncSession, ISyncTokenResultsHandler, IAsyncSyncTokenResultsHandler
{
    private readonly ISyncHandler? _handler;
    private readonly IAsyncSyncHandler? _asyncHandler;
    private readonly SchemaCheck? _schema;
    private readonly AttributeProjection? _projection;
    private readonly bool _looksInside;

    internal UntypedSyncSession(ObjectClassOperations operations, SyncPosition from, OperationOptions options, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation)
        : base(operations, from, options, cancellation)
    {
        _handler = handler;
        _asyncHandler = asyncHandler;
        _schema = SchemaCheck.Of(operations.ObjectClassInfo, options);
        _projection = AttributeProjection.Of(options);
        _looksInside = _schema is not null || _projection is not null;
    }

    /// <summary>Hands a delta to a synchronous handler.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public bool Deliver(SyncDelta delta)
    {
        try
        {
            return IsNext(delta) || Wanted(ref delta, out var more) ? Settle(_handler!.Handle(delta)) : more;
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
    }

    /// <summary>Hands a delta to a synchronous handler, or moves the position.</summary>
    /// <param name="syncEvent">A delta or a checkpoint.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public bool Deliver(in SyncEvent syncEvent) => syncEvent.IsCheckpoint ? Checkpoint(syncEvent.Token) : Deliver(syncEvent.Delta!);

    /// <summary>Hands a delta to an asynchronous handler; completes synchronously where the handler does.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public ValueTask<bool> DeliverAsync(SyncDelta delta)
    {
        try
        {
            if (!IsNext(delta) && !Wanted(ref delta, out var more))
                return new(more);
            var answer = _asyncHandler!.HandleAsync(delta, Cancellation);
            return answer.IsCompletedSuccessfully ? new(Settle(answer.GetAwaiter().GetResult())) : SettleAsync(answer);
        }
        catch (Exception exception)
        {
            Remember(exception);
            return ValueTask.FromException<bool>(exception);
        }
    }

    /// <summary>Hands a delta to an asynchronous handler, or moves the position.</summary>
    /// <param name="syncEvent">A delta or a checkpoint.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public ValueTask<bool> DeliverAsync(SyncEvent syncEvent) =>
        syncEvent.IsCheckpoint ? new(Checkpoint(syncEvent.Token)) : DeliverAsync(syncEvent.Delta!);

    /// <summary>Moves to the next page.</summary>
    /// <param name="page">The page whose deltas were delivered.</param>
    /// <returns>Whether another page is wanted; never after one that moves no position.</returns>
    /// <exception cref="SyncLawException">The page does not advance (SLC220) or moves backwards (SLC206).</exception>
    public bool TurnPage(SyncPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Next is { } next && TurnPage(next, page.HasMore);
    }

    bool ISyncResultsHandler.Handle(SyncDelta delta)
    {
        Enter();
        try
        {
            return Deliver(delta);
        }
        finally
        {
            Leave();
        }
    }

    ValueTask<bool> IAsyncSyncResultsHandler.HandleAsync(SyncDelta delta, CancellationToken cancellation)
    {
        Enter();
        return LeaveAfter(cancellation.IsCancellationRequested ? Cancelled(cancellation) : DeliverAsync(delta));
    }

    /// <summary>Whether a delta is what nearly every delta is, and nothing of its object is to be checked or pruned; then it is admitted.</summary>
    private bool IsNext(SyncDelta? delta) => !_looksInside && delta is not null && delta.ObjectClass == ObjectClass && AdmitNext(delta.TokenReference);

    /// <summary>Checks a delta, and prunes its object to the attributes asked for.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="more">Where it is not delivered: whether the iteration goes on.</param>
    /// <returns>Whether the handler is to be called with it.</returns>
    private bool Wanted(ref SyncDelta delta, out bool more)
    {
        more = false;
        if (delta is null)
        {
            if (!IsRunning)
                return Late(default);
            Violation(SyncLawIds.Slc409NoNullDelta, "delivered null instead of a delta; leave a change out that is not to be delivered", default, null);
            more = true;
            return false;
        }

        if (IsRunning)
        {
            if (!ObjectClass.IsAll && delta.ObjectClass != ObjectClass)
                Violation(SyncLawIds.Slc105DeltaClassIsRequested, $"delivered a delta of class {delta.ObjectClass} where {ObjectClass} was asked for", delta.Token, delta.Uid);
            if (_schema is not null && delta.Object is { } changed && _schema.Fault(changed) is var (lawId, fault))
                Violation(lawId, fault, delta.Token, delta.Uid);
        }

        if (!Admit(delta.Token))
            return false;
        if (_projection is not null)
            delta = _projection.Prune(delta);
        return true;
    }
}
