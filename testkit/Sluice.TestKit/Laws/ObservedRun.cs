namespace Sluice.TestKit;

/// <summary>A run as its handler saw it. The handler trusts nobody: it counts calls that should not come.</summary>
internal sealed class ObservedRun(LawContext context, SyncPosition from, int flood, Func<SyncDelta, int, CancellationToken, ValueTask<SyncAnswer>> answer) : IAsyncSyncHandler, ISyncHandler
{
    private readonly Lock _lock = new();
    private readonly List<SyncDelta> _deltas = [];
    private readonly List<SyncDelta> _accepted = [];
    private readonly TaskCompletionSource _flooded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private int _calls;
    private bool _stopped;
    private bool _returned;

    public SyncPosition From { get; } = from;

    /// <summary>Every delta handed over until the handler said stop or threw, that one included.</summary>
    public IReadOnlyList<SyncDelta> Deltas => _deltas;

    /// <summary>The deltas that the handler accepted.</summary>
    public IReadOnlyList<SyncDelta> Accepted => _accepted;

    /// <summary>Whether deltas are kept; off for runs over large backlogs.</summary>
    public bool Keeps { get; init; } = true;

    public int Calls => _calls;

    public int Nulls { get; private set; }

    public int CallsAfterStop { get; private set; }

    public int CallsAfterReturn { get; private set; }

    public int ConcurrentCalls { get; private set; }

    /// <summary>Whether a call of the handler was still running when the operation returned.</summary>
    public bool ReturnedDuringCall { get; private set; }

    /// <summary>Done when the connector has delivered more than any honest one would.</summary>
    public Task Flooded => _flooded.Task;

    /// <summary>Done when the handler was called after the return.</summary>
    public Task Late => _late.Task;

    public SyncResult? Result { get; private set; }

    public Exception? Exception { get; private set; }

    public SyncPosition Position { get; private set; } = from;

    public bool Drained => Exception is null && !_stopped;

    public SyncAnswer Handle(SyncDelta delta)
    {
        var pending = HandleAsync(delta, CancellationToken.None);
        return pending.IsCompleted ? pending.Result : throw new InvalidOperationException("A proof on the synchronous face answers at once.");
    }

    public async ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation)
    {
        var index = Enter(delta);
        if (index < 0)
        {
            Interlocked.Decrement(ref _inside);

            // A connector that floods is parked; one that goes on once or twice is told again that it should stop.
            return _flooded.Task.IsCompleted ? await new TaskCompletionSource<SyncAnswer>().Task.ConfigureAwait(false) : SyncAnswer.RejectAndStop;
        }

        try
        {
            var answered = await answer(delta, index, cancellation).ConfigureAwait(false);
            Leave(delta, answered);
            return answered;
        }
        catch
        {
            lock (_lock)
                _stopped = true;
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Returned(SyncResult? result, Exception? exception, SyncPosition position)
    {
        lock (_lock)
        {
            ReturnedDuringCall = Volatile.Read(ref _inside) > 0;
            _returned = true;
            (Result, Exception, Position) = (result, exception, position);
        }
    }

    private int Enter(SyncDelta? delta)
    {
        if (Interlocked.Increment(ref _inside) > 1)
        {
            lock (_lock)
                ConcurrentCalls++;
        }

        lock (_lock)
        {
            _calls++;
            if (_returned)
            {
                CallsAfterReturn++;
                context.Story.Add(StoryStepKind.TooMuch, $"a call of the handler after the return: {Show(delta)}");
                _late.TrySetResult();
                return -1;
            }

            if (_stopped)
            {
                CallsAfterStop++;
                if (CallsAfterStop <= 3)
                    context.Story.Add(StoryStepKind.TooMuch, $"a call of the handler after it said stop: {Show(delta)}");
                if (CallsAfterStop > flood)
                    _flooded.TrySetResult();
                return -1;
            }

            if (_calls > flood)
            {
                _flooded.TrySetResult();
                _stopped = true;
                return -1;
            }

            if (delta is null)
                Nulls++;
            else if (Keeps)
                _deltas.Add(delta);
            if (Keeps)
                context.Story.Add(StoryStepKind.Delivered, Show(delta));
            return _calls - 1;
        }
    }

    private void Leave(SyncDelta delta, SyncAnswer answered)
    {
        lock (_lock)
        {
            if (answered != SyncAnswer.Continue)
            {
                _stopped = true;
                context.Story.Add(StoryStepKind.Answered, answered == SyncAnswer.AcceptAndStop ? "done, enough for now (AcceptAndStop)" : "not done, stop (RejectAndStop)");
            }

            if (answered != SyncAnswer.RejectAndStop && Keeps && delta is not null)
                _accepted.Add(delta);
        }
    }

    private static string Show(SyncDelta? delta) => delta is null ? "null instead of a delta" : LawContext.Show(delta);
}
