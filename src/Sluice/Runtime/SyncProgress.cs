using System.Runtime.CompilerServices;

namespace Sluice.Runtime;

/// <summary>
/// The rules of the safe position, without I/O and without clock: which token is safe to store after the deltas seen so far,
/// and whether the next token keeps the laws. A mutable struct: it lives in its session and is never copied.
/// </summary>
/// <remarks>
/// Tokens form groups of equal neighbours. The position moves to a group's token when the group is closed and each of its deltas
/// was acknowledged; it is closed by a delta with another token, by a checkpoint, by the end, or at once where the connector
/// declares <see cref="TokenGranularity.PerDelta"/>.
/// </remarks>
internal struct SyncProgress(SyncPosition input, TokenGranularity granularity, SyncTokenOrder? order)
{
    // Of the beginning, the default value.
    private readonly SyncToken _input = input.Token ?? default;
    private SyncToken _last;
    private SyncToken _closed;
    private SyncToken _acknowledged;
    private bool _open;
    private bool _sealed;
    private bool _frozen;

    /// <summary>The position that is safe to store now.</summary>
    public readonly SyncPosition Position => !_closed.IsDefault ? SyncPosition.After(_closed) : Input;

    /// <summary>Where the run started.</summary>
    public readonly SyncPosition Input => _input.IsDefault ? SyncPosition.Beginning : SyncPosition.After(_input);

    /// <summary>Whether no group is open, so that the position tells of every delta acknowledged.</summary>
    public readonly bool IsClosed => !_open;

    /// <summary>The token of the newest delta or checkpoint; the default value where there was none.</summary>
    public readonly SyncToken Last => _last;

    /// <summary>The token of the last delta acknowledged, else the input's.</summary>
    public readonly SyncToken Acknowledged => _acknowledged.IsDefault ? _input : _acknowledged;

    /// <summary>Whether two tokens belong to one group: equal ones, and equal numbers or times of different widths or offsets.</summary>
    public static bool SameGroup(in SyncToken left, in SyncToken right) =>
        SyncToken.TryCompare(left, right, out var compared) ? compared == 0 : left == right;

    /// <summary>Takes the token of the next delta where it is an integer after its predecessor, as nearly all are.</summary>
    /// <returns>Whether it was taken; otherwise <see cref="Admit"/> says more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdvance(in SyncToken token)
    {
        if (!SyncToken.IsIntegerAfter(token, _last))
            return false;
        Advance(token);
        return true;
    }

    /// <summary>Takes the token of the next delta: closes the group before it where the token differs.</summary>
    /// <returns>What is wrong with the token; then nothing has changed.</returns>
    public TokenFault Admit(in SyncToken token)
    {
        if (!_last.IsDefault && SyncToken.TryCompare(token, _last, out var compared))
        {
            if (compared < 0)
                return TokenFault.Backwards;
            if (compared == 0)
            {
                if (_sealed && granularity != TokenGranularity.AtLeastOnce)
                    return TokenFault.Repeated;
                _open = true;
                return TokenFault.None;
            }
        }
        else
        {
            var fault = AdmitSlowly(token, out var same);
            if (fault != TokenFault.None)
                return fault;
            if (same)
            {
                _open = true;
                return TokenFault.None;
            }
        }

        Advance(token);
        return TokenFault.None;
    }

    /// <summary>The delta admitted last is done.</summary>
    public void Acknowledge()
    {
        SyncToken.Assign(ref _acknowledged, _last);
        if (granularity == TokenGranularity.PerDelta)
            Close();
    }

    /// <summary>Everything up to a token has been delivered and acknowledged.</summary>
    /// <returns>What is wrong with the token; then nothing has changed.</returns>
    public TokenFault Checkpoint(in SyncToken token)
    {
        if (token.IsDefault)
            return TokenFault.Missing;
        if (token.IsEmpty)
            return TokenFault.Empty;
        var known = _last.IsDefault ? _input : _last;
        if (!known.IsDefault)
        {
            if (!SameFamily(token, known))
                return TokenFault.OtherKind;
            if (TryOrder(token, known, out var compared) ? compared < 0 : token == _input && token != known)
                return _last.IsDefault ? TokenFault.BehindInput : TokenFault.Backwards;
        }

        _last = token;
        _sealed = true;
        _open = true;
        Close();
        return TokenFault.None;
    }

    /// <summary>The end of the changes: the open group is complete.</summary>
    public void Drain()
    {
        _frozen = false;
        if (_open)
            Close();
    }

    /// <summary>Lenient mode met a token out of order: the position stays where it is until everything was delivered.</summary>
    public void Freeze()
    {
        _frozen = true;
        _open = true;
    }

    private void Advance(in SyncToken token)
    {
        if (_open && !_frozen)
            SyncToken.Assign(ref _closed, _last);
        SyncToken.Assign(ref _last, token);
        _open = true;
        _sealed = granularity == TokenGranularity.PerDelta;
    }

    private void Close()
    {
        if (_frozen)
            return;
        if (!_last.IsDefault)
            SyncToken.Assign(ref _closed, _last);
        _open = false;
    }

    private readonly TokenFault AdmitSlowly(in SyncToken token, out bool same)
    {
        same = false;
        if (token.IsDefault)
            return TokenFault.Missing;
        if (token.IsEmpty)
            return TokenFault.Empty;
        if (_last.IsDefault)
            return _input.IsDefault ? TokenFault.None : AgainstInput(token);
        if (!SameFamily(token, _last))
            return TokenFault.OtherKind;
        same = token == _last;
        if (same)
            return _sealed && granularity != TokenGranularity.AtLeastOnce ? TokenFault.Repeated : TokenFault.None;
        if (!_input.IsDefault && token == _input)
            return TokenFault.Input;
        return TryOrder(token, _last, out var compared) && compared < 0 ? TokenFault.Backwards : TokenFault.None;
    }

    private readonly TokenFault AgainstInput(in SyncToken token)
    {
        if (!SameFamily(token, _input))
            return TokenFault.OtherKind;
        if (TryOrder(token, _input, out var compared) ? compared == 0 : token == _input)
            return granularity == TokenGranularity.AtLeastOnce ? TokenFault.None : TokenFault.Input;
        return compared < 0 ? TokenFault.BehindInput : TokenFault.None;
    }

    private readonly bool TryOrder(in SyncToken left, in SyncToken right, out int compared)
    {
        if (order is null || left.Kind != SyncTokenKind.String || right.Kind != SyncTokenKind.String)
            return SyncToken.TryCompare(left, right, out compared);
        compared = order.Compare(left, right);
        return true;
    }

    // A host may hand back an int32 for an int64: numbers are one family.
    private static bool SameFamily(in SyncToken left, in SyncToken right) =>
        left.Kind == right.Kind || SyncToken.TryCompare(left, right, out _);
}
