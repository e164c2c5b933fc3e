namespace Sluice.Benchmarks.HandWritten;

/// <summary>
/// What a careful host writes around its loop where no facade does it: the checks that <see cref="Sluice.Runtime.SyncSession"/>
/// makes for each delta, in plain code, for tokens that each delta has for itself.
/// </summary>
public sealed class HandWrittenGuard(ObjectClass objectClass, SyncToken? after, CancellationToken cancellation)
{
    private readonly SyncToken _after = after ?? default;
    private SyncToken _last;
    private SyncToken _safe;
    private bool _isFinal;
    private bool _isStopped;

    public long Delivered { get; private set; }

    public long Acknowledged { get; private set; }

    public CancellationToken Cancellation => cancellation;

    public SyncToken? After => after;

    /// <summary>What may be stored at this moment, whatever happens next.</summary>
    public SyncPosition Position => !_safe.IsDefault ? SyncPosition.After(_safe) : _after.IsDefault ? SyncPosition.Beginning : SyncPosition.After(_after);

    /// <summary>Checks a typed delta before it is handed on.</summary>
    public void Admit<T>(in SyncDelta<T> delta)
        where T : class
    {
        if (delta.Type == SyncDeltaType.None)
            throw Broken("a delta without a type");
        if (delta.PreviousUid is { } previous && previous == delta.Uid)
            throw Broken("a previous uid that equals the uid");
        Admit(delta.Token);
    }

    /// <summary>Checks an untyped delta before it is handed on.</summary>
    public void Admit(SyncDelta delta)
    {
        if (delta is null)
            throw Broken("null");
        if (delta.ObjectClass != objectClass)
            throw Broken("a delta of another class");
        Admit(delta.Token);
    }

    /// <summary>Takes the handler's answer.</summary>
    /// <returns>Whether more is wanted.</returns>
    public bool Settle(SyncAnswer answer)
    {
        switch (answer)
        {
            case SyncAnswer.Continue:
                Acknowledged++;
                _safe = _last;
                return true;
            case SyncAnswer.AcceptAndStop:
                Acknowledged++;
                _safe = _last;
                _isStopped = true;
                return false;
            case SyncAnswer.RejectAndStop:
                _isStopped = true;
                return false;
            default:
                throw Broken("an answer that is none");
        }
    }

    /// <summary>Takes the token after the last delta.</summary>
    public void Finish(SyncToken token)
    {
        if (_isFinal)
            throw Broken("a second token result");
        if (token.IsDefault || token.IsEmpty)
            throw Broken("an empty token result");
        if (_isStopped)
            return;
        if (!_last.IsDefault && (!SyncToken.TryCompare(token, _last, out var order) || order < 0))
            throw Broken("a token result that is older than a delta's token");
        _safe = token;
        _isFinal = true;
    }

    private void Admit(SyncToken token)
    {
        if (_isStopped)
            throw Broken("a delta after the stop");
        if (_isFinal)
            throw Broken("a delta after the token result");
        if (token.IsDefault || token.IsEmpty)
            throw Broken("a delta without a token");
        var before = _last.IsDefault ? _after : _last;
        if (!before.IsDefault)
        {
            if (!SyncToken.TryCompare(token, before, out var order))
                throw Broken("tokens of two types");
            if (order <= 0)
                throw Broken("a token that does not move forward");
        }

        cancellation.ThrowIfCancellationRequested();
        _last = token;
        Delivered++;
    }

    private InvalidOperationException Broken(string deed) => new($"The connector delivered {deed} ({objectClass}).");
}
