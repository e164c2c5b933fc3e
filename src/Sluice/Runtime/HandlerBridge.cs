using System.Runtime.ExceptionServices;

namespace Sluice.Runtime;

/// <summary>
/// Serves an asynchronous handler from a synchronous handler-shaped connector, which cannot wait for one: it fetches the deltas
/// in batches and goes on after each from the last complete token group, so that nothing blocks and memory stays bounded.
/// </summary>
/// <typeparam name="TDelta">The typed or the untyped delta.</typeparam>
internal sealed class HandlerBridge<TDelta>
{
    /// <summary>How many deltas a batch holds; beyond it only the rest of a token group.</summary>
    public const int Limit = 256;

    private readonly List<TDelta> _deltas = [];
    private SyncPosition _from;
    private SyncToken _last;
    private SyncSession? _fetch;

    /// <summary>The handler of the fetching session.</summary>
    public SyncAnswer Take(TDelta delta, in SyncToken token)
    {
        // The next batch goes on from the position: it must be that of the deltas collected, and not that of the input's own
        // group repeated. In lenient mode it may stand still; then one batch holds the rest.
        if (_deltas.Count >= Limit && _fetch!.Position is { Token: { } closed } position && SyncProgress.SameGroup(closed, _last) && position != _from)
            return SyncAnswer.RejectAndStop;
        _deltas.Add(delta);
        _last = token;
        return SyncAnswer.Continue;
    }

    /// <summary>Fetches and delivers until the source is drained or the handler stops.</summary>
    /// <param name="session">The session of the asynchronous handler.</param>
    /// <param name="begin">Makes a session that hands its deltas to <see cref="Take"/>.</param>
    /// <param name="sync">Calls the connector.</param>
    /// <param name="deliver">Delivers to the asynchronous handler.</param>
    public async ValueTask RunAsync(SyncSession session, Func<SyncPosition, SyncSession> begin, Action<SyncSession> sync, Func<TDelta, ValueTask<bool>> deliver)
    {
        _from = session.After is { } after ? SyncPosition.After(after) : SyncPosition.Beginning;
        while (true)
        {
            _deltas.Clear();
            _fetch = begin(_from);
            var fault = Fetch(_fetch, sync);

            // What came before an exception is delivered before it, as it would be without batches.
            foreach (var delta in _deltas)
            {
                if (!await deliver(delta).ConfigureAwait(false))
                    return;
            }

            fault?.Throw();
            if (_fetch.DrainedBySource)
            {
                if (_fetch.FinalTokenReported)
                    session.HandleResult(_fetch.LastToken);
                session.Drained();
                return;
            }

            _from = _fetch.Position;
        }
    }

    private static ExceptionDispatchInfo? Fetch(SyncSession fetch, Action<SyncSession> sync)
    {
        try
        {
            sync(fetch);
            fetch.Complete();
            return null;
        }
        catch (Exception exception)
        {
            return fetch.Fail(exception);
        }
    }
}
