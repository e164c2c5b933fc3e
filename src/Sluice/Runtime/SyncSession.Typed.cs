namespace Sluice.Runtime;

/// <summary>The guard of one sync over an annotated type.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public sealed class SyncSession<T> : SyncSession, ISyncTokenResultsHandler<T>, IAsyncSyncTokenResultsHandler<T>
    where T : class
{
    private readonly ISyncHandler<T>? _handler;
    private readonly IAsyncSyncHandler<T>? _asyncHandler;

    internal SyncSession(ObjectClassOperations operations, SyncPosition from, OperationOptions options, ISyncHandler<T> handler, CancellationToken cancellation)
        : base(operations, from, options, cancellation) => _handler = handler;

    internal SyncSession(ObjectClassOperations operations, SyncPosition from, OperationOptions options, IAsyncSyncHandler<T> handler, CancellationToken cancellation)
        : base(operations, from, options, cancellation) => _asyncHandler = handler;

    /// <summary>Hands a delta to a synchronous handler.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public bool Deliver(in SyncDelta<T> delta)
    {
        try
        {
            return IsNext(delta) || Wanted(delta, out var more) ? Settle(_handler!.Handle(delta)) : more;
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
    public bool Deliver(in SyncEvent<T> syncEvent) => syncEvent.IsCheckpoint ? Checkpoint(syncEvent.Token) : Deliver(syncEvent.DeltaReference);

    /// <summary>Hands a delta to an asynchronous handler; completes synchronously where the handler does.</summary>
    /// <param name="delta">The delta.</param>
    /// <returns>Whether the iteration goes on.</returns>
    public ValueTask<bool> DeliverAsync(SyncDelta<T> delta)
    {
        try
        {
            if (!IsNext(delta) && !Wanted(delta, out var more))
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
    public ValueTask<bool> DeliverAsync(SyncEvent<T> syncEvent) =>
        syncEvent.IsCheckpoint ? new(Checkpoint(syncEvent.Token)) : DeliverAsync(syncEvent.Delta);

    /// <summary>Moves to the next page.</summary>
    /// <param name="page">The page whose deltas were delivered.</param>
    /// <returns>Whether another page is wanted; never after one that moves no position.</returns>
    /// <exception cref="SyncLawException">The page does not advance (SLC220) or moves backwards (SLC206).</exception>
    public bool TurnPage(SyncPage<T> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Next is { } next && TurnPage(next, page.HasMore);
    }

    bool ISyncResultsHandler<T>.Handle(SyncDelta<T> delta)
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

    ValueTask<bool> IAsyncSyncResultsHandler<T>.HandleAsync(SyncDelta<T> delta, CancellationToken cancellation)
    {
        Enter();
        return LeaveAfter(cancellation.IsCancellationRequested ? Cancelled(cancellation) : DeliverAsync(delta));
    }

    /// <summary>Whether a delta is what nearly every delta is; then it is admitted.</summary>
    private bool IsNext(in SyncDelta<T> delta) => delta.Type != SyncDeltaType.None && delta.PreviousUidText is null && AdmitNext(delta.TokenReference);

    /// <summary>Checks a delta.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="more">Where it is not delivered: whether the iteration goes on.</param>
    /// <returns>Whether the handler is to be called with it.</returns>
    private bool Wanted(in SyncDelta<T> delta, out bool more)
    {
        more = false;
        if (delta.Type == SyncDeltaType.None && IsRunning)
        {
            Violation(SyncLawIds.Slc404DeltaTypeIsSet, "delivered a delta that no factory made: it has no type. Use SyncDelta.Create, Update, CreateOrUpdate or Delete", delta.TokenReference, null);
            more = true;
            return false;
        }

        if (delta.PreviousUidText is { } previous && IsRunning && string.Equals(previous, delta.Uid.Value, StringComparison.Ordinal))
            Violation(SyncLawIds.Slc403PreviousUid, "delivered a delta whose previous uid equals its uid; leave it out where the uid did not change", delta.TokenReference, delta.Uid);
        return Admit(delta.TokenReference);
    }
}
