using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.Runtime;

/// <summary>
/// The guard between one call of a connector's sync method and the application's handler. Generated code iterates and hands
/// each delta over; the session checks the laws, calls the handler, and knows the safe position at every moment.
/// </summary>
public abstract class SyncSession
{
    private readonly ConnectorFacade _facade;
    private SyncProgress _progress;
    private State _state;
    private SyncToken _final;
    private bool _finalDiscarded;
    private int _entered;
    private ExceptionDispatchInfo? _fault;

    private protected SyncSession(ConnectorFacade facade, ObjectClassOperations operations, SyncPosition from, OperationOptions options, CancellationToken cancellation)
    {
        _facade = facade;
        ObjectClass = operations.ObjectClass;
        _progress = new SyncProgress(from, operations.Granularity, operations.TokenOrder);
        After = from.Token;
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
    public ObjectClass ObjectClass { get; }

    /// <summary>The token to go on after; null means from the beginning. In the page shape it moves with each page.</summary>
    public SyncToken? After { get; private set; }

    /// <summary>What is asked for.</summary>
    public OperationOptions Options { get; }

    /// <summary>The run's cancellation.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The page size for the page shape.</summary>
    public int PageSize => Options.PageSize ?? _facade.Settings.DefaultPageSize;

    internal SyncPosition Position => _progress.Position;

    internal SyncOutcome Outcome { get; private set; }

    internal long Delivered { get; private set; }

    internal long Acknowledged { get; private set; }

    internal bool FinalTokenReported => !_final.IsDefault;

    /// <summary>The token of the last delta or checkpoint that was admitted.</summary>
    internal SyncToken LastToken => _progress.Last;

    internal bool DrainedBySource { get; private set; }

    /// <summary>Everything was delivered: the connector's iteration came to its end.</summary>
    public void Drained()
    {
        if (_state is State.Stopped or State.Ended)
            return;
        if (!_final.IsDefault && !_finalDiscarded)
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
        if (_progress.Checkpoint(token) is var fault and not TokenFault.None)
            TokenViolation(fault, token, null);
        if (_state == State.Running)
            return true;
        _state = State.Stopped;
        return false;
    }

    /// <summary>Takes the connector's final token, from the handler shape.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="SyncLawException">It is the second one, or none (SLC203, SLC205).</exception>
    public void HandleResult(SyncToken token)
    {
        if (_state == State.Ended)
        {
            Violation(SyncLawIds.Slc312NoCallAfterReturn, "reported a token result after its sync method had returned; await all work before returning", token, null);
        }
        else if (_state == State.Stopped)
        {
            if (token != _progress.Last)
                _facade.Log.TokenAfterStopIgnored(_facade.Info.Name, ObjectClass.Name, token.ToString());
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

    /// <summary>The connector's handler-shaped method returned.</summary>
    public void HandlerReturned()
    {
        _fault?.Throw();
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
        if (hasMore && After is { } after && next == after)
        {
            Violation(SyncLawIds.Slc220PageAdvances, "returned a page that has more but does not advance: its Next is the position that was asked for, so the same page would come for ever", next, null);
            _state = State.Stopped;
            return false;
        }

        if (!Checkpoint(next))
            return false;
        After = next;
        Cancellation.ThrowIfCancellationRequested();
        return hasMore;
    }

    /// <summary>A batch that was cut off must have moved the position, or the next one would be the same.</summary>
    internal void RequireProgress(in SyncPosition from, in SyncPosition to)
    {
        if (from == to)
            throw Exception(SyncLawIds.Slc220PageAdvances, "delivered a batch of deltas that does not move the position, so the same batch would come for ever", _progress.Last, null);
    }

    internal SyncResult Complete()
    {
        _state = State.Ended;
        return new(Outcome, Position, Delivered, Acknowledged, FinalTokenReported);
    }

    /// <summary>Ends the session after an exception.</summary>
    /// <returns>True where the handler had already accepted and stopped, so that the exception concerns nobody.</returns>
    internal bool Fail(Exception exception)
    {
        var quiet = _state == State.Peeking && _fault is null;
        _state = State.Ended;
        if (quiet)
        {
            _facade.Log.FailedWhilePeeking(exception, _facade.Info.Name, ObjectClass.Name);
            return true;
        }

        Outcome = exception is OperationCanceledException && Cancellation.IsCancellationRequested ? SyncOutcome.Cancelled : SyncOutcome.Faulted;

        // A connector may wrap what the handler threw; the application sees its own exception (SLC304).
        if (_fault is not null && _fault.SourceException != exception)
            _fault.Throw();
        return false;
    }

    /// <summary>Decides whether the next delta goes to the handler.</summary>
    private protected bool Admit(in SyncToken token, SyncDeltaType type)
    {
        if (_state != State.Running)
            return Late(token);
        if (!_final.IsDefault)
        {
            Violation(SyncLawIds.Slc204DeltaAfterTokenResult, "delivered a delta after its token result; report the token after the last delta", token, null);
            _finalDiscarded = true;
        }

        if (_progress.Admit(token) is var fault and not TokenFault.None)
            TokenViolation(fault, token, type);
        Cancellation.ThrowIfCancellationRequested();
        Delivered++;
        return true;
    }

    private protected bool Settle(SyncAnswer answer)
    {
        switch (answer)
        {
            case SyncAnswer.Continue:
                Acknowledged++;
                _progress.Acknowledge();
                return true;
            case SyncAnswer.AcceptAndStop:
                Acknowledged++;
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

    /// <summary>Whether deltas are wanted.</summary>
    private protected bool IsRunning => _state == State.Running;

    private protected void Enter()
    {
        if (_state == State.Ended)
            throw Exception(SyncLawIds.Slc312NoCallAfterReturn, "called the handler after its sync method had returned; await all work before returning", default, null);
        if (Interlocked.Exchange(ref _entered, 1) != 0)
            throw Remember(Exception(SyncLawIds.Slc311NoConcurrentHandler, "called the handler while another call of it was running; hand over one delta at a time", default, null));
        if (_fault is not null)
        {
            Leave();
            throw Exception(SyncLawIds.Slc304HandlerExceptionPasses, "went on after the handler had thrown; let the exception pass", default, null);
        }
    }

    private protected void Leave() => Volatile.Write(ref _entered, 0);

    /// <summary>Keeps what was thrown through a handler-shaped connector, which may swallow it.</summary>
    private protected Exception Remember(Exception exception)
    {
        if (_state != State.Ended)
            _fault ??= ExceptionDispatchInfo.Capture(exception);
        return exception;
    }

    private protected void Violation(string lawId, string deed, in SyncToken token, Uid? uid)
    {
        var exception = Exception(lawId, deed, token, uid);
        if (!_facade.Settings.Lenient)
            throw exception;
        _facade.Log.LawBroken(exception, lawId, _facade.Info.Name, ObjectClass.Name);
    }

    private SyncLawException Exception(string lawId, string deed, in SyncToken token, Uid? uid) =>
        new(lawId, $"The connector '{_facade.Info.Name}' {deed}. Object class {ObjectClass}{(uid is { } known ? $", uid {known}" : "")}{(token.IsDefault ? "" : $", token {token}")}.")
        {
            ConnectorName = _facade.Info.Name,
            ObjectClass = ObjectClass,
            Uid = uid,
            Token = token.IsDefault ? default(SyncToken?) : token,
        };

    /// <summary>A delta or checkpoint that came when no more were wanted.</summary>
    private bool Late(in SyncToken token)
    {
        switch (_state)
        {
            case State.Peeking:
                _progress.Peek(token);
                _state = State.Stopped;
                return false;
            case State.Stopped:
                Violation(SyncLawIds.Slc302NoDeltaAfterStop, "delivered a delta after the handler had said stop; return as soon as Handle answers false", token, null);
                return false;
            default:
                throw Exception(SyncLawIds.Slc312NoCallAfterReturn, "delivered a delta after its sync method had returned; await all work before returning", token, null);
        }
    }

    private void TokenViolation(TokenFault fault, in SyncToken token, SyncDeltaType? type)
    {
        var what = type is null ? "moved its position to" : "delivered a delta with";
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
        var (lawId, deed) = fault == TokenFault.OtherKind
            ? (SyncLawIds.Slc208OneTokenType, $"reported a token result of type {_final.Kind}, which is not the type of its other tokens")
            : (SyncLawIds.Slc207FinalTokenNotOlder, $"reported a token result older than {(fault == TokenFault.BehindInput ? "the token that the run started from" : "its last delta's token")} ({(fault == TokenFault.BehindInput ? After : _progress.Last)})");
        var reported = _final;
        _finalDiscarded = true;
        Violation(lawId, deed, reported, null);
    }
}
