using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.Runtime;

/// <summary>
/// The guard between one call of a connector's sync method and the application's handler. Generated code iterates and hands
/// each delta over; the session checks the laws, calls the handler, and knows the safe position at every moment.
/// </summary>
public abstract class SyncSession : ISyncExecution
{
    // Whether a call of the handler-shaped connector is under way; closed for good when its method has returned.
    private const int Free = 0;
    private const int Entered = 1;
    private const int Closed = 2;

    private readonly ObjectClassOperations _operations;
    private SyncProgress _progress;
    private SyncToken _after;
    private State _state;
    private SyncToken _final;
    private long _delivered;
    private long _acknowledged;
    private int _door;
    private ExceptionDispatchInfo? _fault;

    private protected SyncSession(ObjectClassOperations operations, SyncPosition from, OperationOptions options, CancellationToken cancellation)
    {
        _operations = operations;
        _progress = new SyncProgress(from, operations.Granularity, operations.TokenOrder);
        _after = from.Token ?? default;
        Options = options;
        Cancellation = cancellation;
    }

    private enum State : byte
    {
        /// <summary>Deltas are wanted.</summary>
        Running,

        /// <summary>The handler accepted a delta and stopped; one more token tells whether its group is complete.</summary>
        Peeking,

        /// <summary>No delta is wanted any more.</summary>
        Stopped,

        /// <summary>The operation has returned.</summary>
        Ended,
    }

    /// <summary>The object class that the connector is asked for.</summary>
    public ObjectClass ObjectClass => _operations.ObjectClass;

    /// <summary>The token to go on after; null means from the beginning. In the page shape it moves with each page.</summary>
    public SyncToken? After => _after.IsDefault ? default(SyncToken?) : _after;

    /// <summary>What is asked for.</summary>
    public OperationOptions Options { get; }

    /// <summary>The run's cancellation.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The page size for the page shape.</summary>
    public int PageSize => Options.PageSize ?? Facade.Settings.DefaultPageSize;

    internal SyncPosition Position => _progress.Position;

    private ConnectorFacade Facade => _operations.Facade;

    internal SyncOutcome Outcome { get; private set; }

    internal bool FinalTokenReported => !_final.IsDefault;

    /// <summary>The token of the last delta or checkpoint that was admitted.</summary>
    internal SyncToken LastToken => _progress.Last;

    internal bool DrainedBySource { get; private set; }

    SyncPosition ISyncExecution.Position => Position;

    SyncOutcome ISyncExecution.Outcome => Outcome;

    long ISyncExecution.Delivered => _delivered;

    long ISyncExecution.Acknowledged => _acknowledged;

    /// <summary>Everything was delivered: the connector's iteration came to its end.</summary>
    /// <exception cref="OperationCanceledException">The run is cancelled, so the end may be an early one.</exception>
    /// <exception cref="SyncLawException">The token result is older than the last delta's token (SLC207).</exception>
    public void Drained()
    {
        if (_state is State.Stopped or State.Ended)
            return;

        // Many a connector answers cancellation by returning: its end is then not the end of the changes.
        Cancellation.ThrowIfCancellationRequested();
        if (!_final.IsDefault)
            CheckFinal();
        _progress.Drain();
        DrainedBySource = true;
        if (_state == State.Running)
            Outcome = SyncOutcome.Drained;
        _state = State.Stopped;
    }

    /// <summary>The position moves without a delta.</summary>
    /// <param name="token">Everything up to this token has been delivered.</param>
    /// <returns>Whether more is wanted.</returns>
    /// <exception cref="SyncLawException">The token moves backwards, or is none (SLC205, SLC206).</exception>
    public bool Checkpoint(in SyncToken token)
    {
        if (_state is not (State.Running or State.Peeking))
            return Late(token);
        Move(token);
        return GoOn();
    }

    /// <summary>Takes the connector's final token, from the handler shape.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="SyncLawException">It is the second one, or none (SLC203, SLC205).</exception>
    public void HandleResult(SyncToken token)
    {
        Enter();
        try
        {
            TakeResult(token);
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>The connector's handler-shaped method returned.</summary>
    /// <exception cref="SyncLawException">A call of the handler is still running (SLC312).</exception>
    public void HandlerReturned()
    {
        var before = Interlocked.CompareExchange(ref _door, Closed, Free);
        _fault?.Throw();
        if (before != Free)
            throw Exception(SyncLawIds.Slc312NoCallAfterReturn, "returned while a call of the handler was running; await each call", default, null);
        Drained();
    }

    /// <summary>The connector's page, or a clear error where it returned none.</summary>
    /// <typeparam name="TPage">The page's type.</typeparam>
    /// <param name="page">The page.</param>
    public TPage Given<TPage>(TPage? page)
        where TPage : class => page ?? throw Exception(SyncLawIds.Slc409NoNullDelta, $"returned null where a {typeof(TPage).Name.Split('`')[0]} is expected; return an empty one", default, null);

    /// <summary>The connector's asynchronous iterator, ready for <c>await foreach</c>, with the run's cancellation.</summary>
    /// <typeparam name="TDelta">The type of its items.</typeparam>
    /// <param name="deltas">The iterator.</param>
    public ConfiguredCancelableAsyncEnumerable<TDelta> Stream<TDelta>(IAsyncEnumerable<TDelta>? deltas) =>
        Given(deltas).WithCancellation(Cancellation).ConfigureAwait(false);

    /// <summary>Moves to the next page.</summary>
    /// <param name="next">The position after the page.</param>
    /// <param name="hasMore">Whether another page may follow.</param>
    /// <returns>Whether another page is wanted.</returns>
    /// <exception cref="SyncLawException">The page does not advance (SLC220) or moves backwards (SLC206).</exception>
    public bool TurnPage(in SyncToken next, bool hasMore)
    {
        if (_state is State.Stopped or State.Ended)
            return false;
        var standsStill = hasMore && After is { } after && SyncProgress.SameGroup(next, after);
        if (standsStill)
            Violation(SyncLawIds.Slc220PageAdvances, "returned a page that has more but does not advance: its Next is the position that was asked for, so the same page would come for ever", next, null);
        if (standsStill || !Move(next))
        {
            // Lenient: going on from here would fetch the same pages for ever.
            Outcome = SyncOutcome.Stopped;
            _state = State.Stopped;
            return false;
        }

        _after = next;
        return GoOn() && hasMore;
    }

    /// <inheritdoc/>
    void ISyncExecution.Run()
    {
        Start();
        _operations.Run(this);
    }

    /// <inheritdoc/>
    ValueTask ISyncExecution.RunAsync()
    {
        Start();
        return _operations.RunAsync(this);
    }

    /// <inheritdoc/>
    SyncResult ISyncExecution.Complete() => Complete();

    /// <inheritdoc/>
    ExceptionDispatchInfo? ISyncExecution.Fail(Exception exception) => Fail(exception);

    internal SyncResult Complete()
    {
        _state = State.Ended;
        return new(Outcome, Position, _delivered, _acknowledged, FinalTokenReported);
    }

    internal ExceptionDispatchInfo? Fail(Exception exception)
    {
        var quiet = _state == State.Peeking && _fault is null;
        _state = State.Ended;
        if (quiet)
        {
            Facade.Log.FailedWhilePeeking(exception, Facade.Info.Name, ObjectClass.Name);
            return null;
        }

        // A connector may wrap what the handler threw; the application sees its own exception (SLC304).
        var fault = _fault ?? ExceptionDispatchInfo.Capture(exception);
        Outcome = fault.SourceException is OperationCanceledException && Cancellation.IsCancellationRequested ? SyncOutcome.Cancelled : SyncOutcome.Faulted;
        return fault;
    }

    /// <summary>Decides in a few steps what nearly every delta is: the next one, in order and wanted.</summary>
    /// <returns>Whether the delta goes to the handler; otherwise <see cref="Admit"/> decides.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool AdmitNext(in SyncToken token)
    {
        if (_state != State.Running || !_final.IsDefault || Cancellation.IsCancellationRequested || !_progress.TryAdvance(token))
            return false;
        _delivered++;
        return true;
    }

    /// <summary>Decides whether the next delta goes to the handler.</summary>
    private protected bool Admit(in SyncToken token)
    {
        if (_state != State.Running)
            return Late(token);
        if (!_final.IsDefault)
        {
            Violation(SyncLawIds.Slc204DeltaAfterTokenResult, "delivered a delta after its token result; report the token after the last delta", token, null);
            _final = default;
        }

        if (_progress.Admit(token) is var fault and not TokenFault.None)
            TokenViolation(fault, token, "delivered a delta with");
        Cancellation.ThrowIfCancellationRequested();
        _delivered++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool Settle(SyncAnswer answer)
    {
        if (answer != SyncAnswer.Continue || _state == State.Ended)
            return SettleStop(answer);
        _acknowledged++;
        _progress.Acknowledge();
        return true;
    }

    private bool SettleStop(SyncAnswer answer)
    {
        // A call that nobody awaited may end after the run: it moves nothing any more.
        if (_state == State.Ended)
            return false;
        switch (answer)
        {
            case SyncAnswer.AcceptAndStop:
                _acknowledged++;
                _progress.Acknowledge();
                Outcome = SyncOutcome.Stopped;
                _state = _progress.IsClosed ? State.Stopped : State.Peeking;
                return _state == State.Peeking;
            case SyncAnswer.RejectAndStop:
                Outcome = SyncOutcome.Rejected;
                _state = State.Stopped;
                return false;
            default:
                throw new InvalidOperationException($"The handler of the sync of {ObjectClass} answered {(int)answer}; answer Continue, AcceptAndStop or RejectAndStop.");
        }
    }

    private protected async ValueTask<bool> SettleAsync(ValueTask<SyncAnswer> answer)
    {
        try
        {
            return Settle(await answer.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
    }

    /// <summary>Whether deltas are wanted.</summary>
    private protected bool IsRunning => _state == State.Running;

    private protected void Enter()
    {
        var before = Interlocked.CompareExchange(ref _door, Entered, Free);
        if (before == Closed || _state == State.Ended)
        {
            if (before == Free)
                Leave();
            throw AfterReturn();
        }

        if (before == Entered)
        {
            var exception = Exception(SyncLawIds.Slc311NoConcurrentHandler, "called the handler while another call of it was running; hand over one delta at a time", default, null);
            Remember(exception);
            throw exception;
        }

        if (_fault is not null)
        {
            Leave();
            throw Exception(SyncLawIds.Slc304HandlerExceptionPasses, "went on after the handler had thrown; let the exception pass", default, null);
        }
    }

    private protected void Leave() => Volatile.Write(ref _door, Free);

    /// <summary>Leaves when a call that entered has completed; at once, and without allocating, where it has already.</summary>
    private protected ValueTask<bool> LeaveAfter(ValueTask<bool> delivery)
    {
        if (!delivery.IsCompleted)
            return AwaitAsync(delivery);
        Leave();
        return delivery;

        async ValueTask<bool> AwaitAsync(ValueTask<bool> pending)
        {
            try
            {
                return await pending.ConfigureAwait(false);
            }
            finally
            {
                Leave();
            }
        }
    }

    /// <summary>The connector's own cancellation ends its call.</summary>
    private protected ValueTask<bool> Cancelled(CancellationToken cancellation)
    {
        var exception = new OperationCanceledException(cancellation);
        Remember(exception);
        return ValueTask.FromException<bool>(exception);
    }

    /// <summary>Keeps what is thrown through the connector, which may swallow, wrap or replace it.</summary>
    private protected void Remember(Exception exception)
    {
        if (_state != State.Ended)
            _fault ??= ExceptionDispatchInfo.Capture(exception);
    }

    private protected void Violation(string lawId, string deed, in SyncToken token, Uid? uid)
    {
        var exception = Exception(lawId, deed, token, uid);
        if (!Facade.Settings.Lenient)
            throw exception;
        Facade.Log.LawBroken(exception, lawId, Facade.Info.Name, ObjectClass.Name);
    }

    private SyncLawException Exception(string lawId, string deed, in SyncToken token, Uid? uid) =>
        new(lawId, $"The connector '{Facade.Info.Name}' {deed}. Object class {ObjectClass}{(uid is { } known ? $", uid {known}" : "")}{(token.IsDefault ? "" : $", token {token}")}.")
        {
            ConnectorName = Facade.Info.Name,
            ObjectClass = ObjectClass,
            Uid = uid,
            Token = token.IsDefault ? default(SyncToken?) : token,
        };

    private void TakeResult(in SyncToken token)
    {
        if (_state == State.Stopped)
        {
            // Telling where the last accepted delta was is right.
            if (token != _progress.Acknowledged)
                Facade.Log.TokenAfterStopIgnored(Facade.Info.Name, ObjectClass.Name, token.ToString());
        }
        else if (token.IsDefault || token.IsEmpty)
        {
            Violation(SyncLawIds.Slc205DeltaCarriesToken, "reported an empty token result; report the position that the next run goes on from", token, null);
        }
        else if (!_final.IsDefault)
        {
            Violation(SyncLawIds.Slc203OneTokenResult, "reported a second token result; report one, after the last delta", token, null);
        }
        else
        {
            _final = token;
        }
    }

    private void Start()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (After is { } after)
            ComposedToken.Refuse(after, ObjectClass);
    }

    /// <summary>Moves the position without a delta; false where lenient mode met a token that breaks a law.</summary>
    private bool Move(in SyncToken token)
    {
        if (_progress.Checkpoint(token) is not (var fault and not TokenFault.None))
            return true;
        TokenViolation(fault, token, "moved its position to");
        return false;
    }

    /// <summary>After a move of the position: whether more is wanted.</summary>
    private bool GoOn()
    {
        if (_state == State.Running)
        {
            Cancellation.ThrowIfCancellationRequested();
            return true;
        }

        _state = State.Stopped;
        return false;
    }

    // The flow that calls late is often one that nobody awaits, so that its exception would never be seen.
    private SyncLawException AfterReturn()
    {
        var exception = Exception(SyncLawIds.Slc312NoCallAfterReturn, "called the handler after its sync method had returned; await all work before returning", default, null);
        Facade.Log.CalledAfterReturn(exception, Facade.Info.Name, ObjectClass.Name);
        return exception;
    }

    /// <summary>A delta or checkpoint that came when no more were wanted.</summary>
    private protected bool Late(in SyncToken token)
    {
        switch (_state)
        {
            case State.Peeking:
                // Its token tells whether the accepted delta's group is complete; one that breaks a law tells nothing.
                _ = _progress.Admit(token);
                _state = State.Stopped;
                return false;
            case State.Stopped:
                Violation(SyncLawIds.Slc302NoDeltaAfterStop, "delivered a delta after the handler had said stop; return as soon as Handle answers false", token, null);
                return false;
            default:
                throw AfterReturn();
        }
    }

    private void TokenViolation(TokenFault fault, in SyncToken token, string what)
    {
        var (lawId, deed) = fault switch
        {
            TokenFault.Missing => (SyncLawIds.Slc205DeltaCarriesToken, "delivered a delta without a token; give each delta the token after which a later sync goes on"),
            TokenFault.Empty => (SyncLawIds.Slc205DeltaCarriesToken, $"{what} an empty token, from which no sync can go on"),
            TokenFault.Input => (SyncLawIds.Slc205DeltaCarriesToken, $"{what} the token that the run started from; a sync from it would deliver the same again. Declare TokenGranularity.AtLeastOnce where the source cannot do better"),
            TokenFault.OtherKind => (SyncLawIds.Slc208OneTokenType, $"{what} a token of type {token.Kind}, but its other tokens are of type {(_progress.Last.IsDefault ? After ?? default : _progress.Last).Kind}; use one type"),
            TokenFault.BehindInput => (SyncLawIds.Slc206TokensMoveForward, $"{what} a token behind the one that the run started from ({After})"),
            TokenFault.Backwards => (SyncLawIds.Slc206TokensMoveForward, $"{what} a token behind the one before it ({_progress.Last}); order the changes by their token"),
            _ => (SyncLawIds.Slc206TokensMoveForward, $"{what} the token of its predecessor, although that one was complete; use TokenGranularity.Group where several deltas share a token"),
        };
        Violation(lawId, deed, token, null);
        _progress.Freeze();
    }

    private void CheckFinal()
    {
        if (_progress.Checkpoint(_final) is not (var fault and not TokenFault.None))
            return;
        var reported = _final;
        _final = default;
        var (lawId, deed) = fault == TokenFault.OtherKind
            ? (SyncLawIds.Slc208OneTokenType, $"reported a token result of type {reported.Kind}, which is not the type of its other tokens")
            : (SyncLawIds.Slc207FinalTokenNotOlder, $"reported a token result older than {(fault == TokenFault.BehindInput ? "the token that the run started from" : "its last delta's token")} ({(fault == TokenFault.BehindInput ? After : _progress.Last)})");
        Violation(lawId, deed, reported, null);
    }
}
