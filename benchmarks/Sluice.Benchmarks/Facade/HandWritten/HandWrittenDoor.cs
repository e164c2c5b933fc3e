namespace Sluice.Benchmarks.HandWritten;

/// <summary>
/// What a handler-shaped connector is given: it calls back, so that besides the checks of a delta somebody has to refuse calls
/// that overlap, and calls after the connector's method has returned.
/// </summary>
public sealed class HandWrittenDoor(HandWrittenGuard guard, ISyncHandler<Person>? handler, IAsyncSyncHandler<Person>? asyncHandler)
    : ISyncTokenResultsHandler<Person>, IAsyncSyncTokenResultsHandler<Person>
{
    private const int Free = 0, Entered = 1, Closed = 2;
    private int _state;

    public bool Handle(SyncDelta<Person> delta)
    {
        Enter();
        try
        {
            guard.Admit(delta);
            return guard.Settle(handler!.Handle(delta));
        }
        finally
        {
            Volatile.Write(ref _state, Free);
        }
    }

    public ValueTask<bool> HandleAsync(SyncDelta<Person> delta, CancellationToken cancellation = default)
    {
        Enter();
        guard.Admit(delta);
        var answer = asyncHandler!.HandleAsync(delta, guard.Cancellation);
        if (!answer.IsCompletedSuccessfully)
            return SettleAsync(answer);
        var more = guard.Settle(answer.GetAwaiter().GetResult());
        Volatile.Write(ref _state, Free);
        return new(more);
    }

    public void HandleResult(SyncToken token)
    {
        Enter();
        guard.Finish(token);
        Volatile.Write(ref _state, Free);
    }

    public void Close()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Free) != Free)
            throw new InvalidOperationException("The connector returned while a call of the handler was running.");
    }

    private async ValueTask<bool> SettleAsync(ValueTask<SyncAnswer> pending)
    {
        try
        {
            return guard.Settle(await pending.ConfigureAwait(false));
        }
        finally
        {
            Volatile.Write(ref _state, Free);
        }
    }

    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _state, Entered, Free) != Free)
            throw new InvalidOperationException("The connector called the handler while another call was running, or after it had returned.");
    }
}
