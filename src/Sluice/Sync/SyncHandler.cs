namespace Sluice;

/// <summary>Makes sync handlers of delegates, of boolean handlers and of each other.</summary>
public static class SyncHandler
{
    /// <summary>Makes a handler of a delegate.</summary>
    /// <param name="handle">Handles one delta.</param>
    public static ISyncHandler From(Func<SyncDelta, SyncAnswer> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new Delegating(handle);
    }

    /// <summary>Makes a handler of a delegate.</summary>
    /// <param name="handle">Handles one delta.</param>
    public static IAsyncSyncHandler FromAsync(Func<SyncDelta, CancellationToken, ValueTask<SyncAnswer>> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new AsyncDelegating(handle);
    }

    /// <summary>Makes a typed handler of a delegate.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="handle">Handles one delta.</param>
    public static ISyncHandler<T> From<T>(Func<SyncDelta<T>, SyncAnswer> handle)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new Delegating<T>(handle);
    }

    /// <summary>Makes a typed handler of a delegate.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="handle">Handles one delta.</param>
    public static IAsyncSyncHandler<T> FromAsync<T>(Func<SyncDelta<T>, CancellationToken, ValueTask<SyncAnswer>> handle)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new AsyncDelegating<T>(handle);
    }

    /// <summary>Makes a handler of a boolean one, as the hosts of the field have it.</summary>
    /// <param name="handle">Handles one delta; false asks to stop.</param>
    /// <param name="falseMeans">
    /// What false says about its delta. The default rejects it: the next run may repeat a delta, but none is lost.
    /// </param>
    public static ISyncHandler FromBoolean(Func<SyncDelta, bool> handle, SyncAnswer falseMeans = SyncAnswer.RejectAndStop)
    {
        ArgumentNullException.ThrowIfNull(handle);
        CheckStop(falseMeans);
        return new Delegating(delta => handle(delta) ? SyncAnswer.Continue : falseMeans);
    }

    /// <summary>Makes a handler of an asynchronous boolean one.</summary>
    /// <param name="handle">Handles one delta; false asks to stop.</param>
    /// <param name="falseMeans">What false says about its delta; the default rejects it.</param>
    public static IAsyncSyncHandler FromBooleanAsync(Func<SyncDelta, CancellationToken, ValueTask<bool>> handle, SyncAnswer falseMeans = SyncAnswer.RejectAndStop)
    {
        ArgumentNullException.ThrowIfNull(handle);
        CheckStop(falseMeans);
        return new AsyncDelegating(async (delta, cancellation) => await handle(delta, cancellation).ConfigureAwait(false) ? SyncAnswer.Continue : falseMeans);
    }

    /// <summary>Uses a synchronous handler where an asynchronous one is wanted; it completes synchronously.</summary>
    /// <param name="handler">The handler.</param>
    public static IAsyncSyncHandler AsAsync(this ISyncHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Completed(handler);
    }

    /// <summary>Uses a synchronous typed handler where an asynchronous one is wanted; it completes synchronously.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="handler">The handler.</param>
    public static IAsyncSyncHandler<T> AsAsync<T>(this ISyncHandler<T> handler)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Completed<T>(handler);
    }

    private static void CheckStop(SyncAnswer falseMeans)
    {
        if (falseMeans is not (SyncAnswer.AcceptAndStop or SyncAnswer.RejectAndStop))
            throw new ArgumentOutOfRangeException(nameof(falseMeans), falseMeans, "False stops: it means AcceptAndStop or RejectAndStop.");
    }

    private sealed class Delegating(Func<SyncDelta, SyncAnswer> handle) : ISyncHandler
    {
        public SyncAnswer Handle(SyncDelta delta) => handle(delta);
    }

    private sealed class Delegating<T>(Func<SyncDelta<T>, SyncAnswer> handle) : ISyncHandler<T>
        where T : class
    {
        public SyncAnswer Handle(in SyncDelta<T> delta) => handle(delta);
    }

    private sealed class AsyncDelegating(Func<SyncDelta, CancellationToken, ValueTask<SyncAnswer>> handle) : IAsyncSyncHandler
    {
        public ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation) => handle(delta, cancellation);
    }

    private sealed class AsyncDelegating<T>(Func<SyncDelta<T>, CancellationToken, ValueTask<SyncAnswer>> handle) : IAsyncSyncHandler<T>
        where T : class
    {
        public ValueTask<SyncAnswer> HandleAsync(SyncDelta<T> delta, CancellationToken cancellation) => handle(delta, cancellation);
    }

    private sealed class Completed(ISyncHandler handler) : IAsyncSyncHandler
    {
        public ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation) => new(handler.Handle(delta));
    }

    private sealed class Completed<T>(ISyncHandler<T> handler) : IAsyncSyncHandler<T>
        where T : class
    {
        public ValueTask<SyncAnswer> HandleAsync(SyncDelta<T> delta, CancellationToken cancellation) => new(handler.Handle(delta));
    }
}
