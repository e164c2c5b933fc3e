using System.Runtime.CompilerServices;
using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>A source whose changes are a list, and the three shapes of a sync over it as generated code calls them.</summary>
internal sealed class ScriptedSource(params IEnumerable<Change> changes)
{
    public IReadOnlyList<Change> Changes { get; } = [.. changes];

    public TokenGranularity Granularity { get; init; }

    /// <summary>What a handler-shaped connector reports in the end.</summary>
    public SyncToken? Final { get; init; }

    /// <summary>Runs before the change of an index, and before the end with their number.</summary>
    public Action<int>? Before { get; init; }

    public int Opened { get; private set; }

    public int Closed { get; private set; }

    /// <summary>What is delivered, in the order and with the checkpoints that a shape gives.</summary>
    public IReadOnlyList<Change> Events(Shape shape, SyncToken? after, int pageSize)
    {
        var rest = Changes.Skip(IndexAfter(after)).ToList();
        return shape switch
        {
            Shape.Iterator => rest,
            Shape.Handler => [.. rest.Where(change => !change.IsCheckpoint)],
            _ => [.. Pages(after, pageSize).SelectMany(page => page.Changes.Append(new Change(page.Next, null)))],
        };
    }

    public Action<SyncSession<Account>> Typed(Shape shape) => shape switch
    {
        Shape.Iterator => session =>
        {
            foreach (var one in TypedEvents(session.After))
            {
                if (!session.Deliver(one))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => session =>
        {
            Port(session.After, session);
            session.HandlerReturned();
        }
        ,
        _ => session =>
        {
            SyncPage<Account> page;
            do
            {
                page = TypedPage(session.After, session.PageSize);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!session.Deliver(delta))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }
        ,
    };

    /// <summary>A synchronous connector under an asynchronous handler; null where the base class has to bridge.</summary>
    public Func<SyncSession<Account>, ValueTask>? TypedBridge(Shape shape) => shape switch
    {
        Shape.Iterator => async session =>
        {
            foreach (var one in TypedEvents(session.After))
            {
                if (!await session.DeliverAsync(one).ConfigureAwait(false))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => null,
        _ => TypedAsync(Shape.Page),
    };

    public Func<SyncSession<Account>, ValueTask> TypedAsync(Shape shape) => shape switch
    {
        Shape.Iterator => async session =>
        {
            await foreach (var one in TypedEventsAsync(session.After, session.Cancellation).ConfigureAwait(false))
            {
                if (!await session.DeliverAsync(one).ConfigureAwait(false))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => async session =>
        {
            await PortAsync(session.After, session).ConfigureAwait(false);
            session.HandlerReturned();
        }
        ,
        _ => async session =>
        {
            SyncPage<Account> page;
            do
            {
                await Task.Yield();
                page = TypedPage(session.After, session.PageSize);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!await session.DeliverAsync(delta).ConfigureAwait(false))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }
        ,
    };

    public Action<UntypedSyncSession> Untyped(Shape shape) => shape switch
    {
        Shape.Iterator => session =>
        {
            foreach (var one in UntypedEvents(session.After))
            {
                if (!session.Deliver(one))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => session =>
        {
            Port(session.After, session);
            session.HandlerReturned();
        }
        ,
        _ => session =>
        {
            SyncPage page;
            do
            {
                page = UntypedPage(session.After, session.PageSize);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!session.Deliver(delta))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }
        ,
    };

    public Func<UntypedSyncSession, ValueTask>? UntypedBridge(Shape shape) => shape switch
    {
        Shape.Iterator => async session =>
        {
            foreach (var one in UntypedEvents(session.After))
            {
                if (!await session.DeliverAsync(one).ConfigureAwait(false))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => null,
        _ => UntypedAsync(Shape.Page),
    };

    public Func<UntypedSyncSession, ValueTask> UntypedAsync(Shape shape) => shape switch
    {
        Shape.Iterator => async session =>
        {
            await foreach (var one in UntypedEventsAsync(session.After, session.Cancellation).ConfigureAwait(false))
            {
                if (!await session.DeliverAsync(one).ConfigureAwait(false))
                    return;
            }

            session.Drained();
        }
        ,
        Shape.Handler => async session =>
        {
            await PortAsync(session.After, session).ConfigureAwait(false);
            session.HandlerReturned();
        }
        ,
        _ => async session =>
        {
            SyncPage page;
            do
            {
                await Task.Yield();
                page = UntypedPage(session.After, session.PageSize);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!await session.DeliverAsync(delta).ConfigureAwait(false))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }
        ,
    };

    private static SyncEvent<Account> TypedEvent(Change change) => change.IsCheckpoint ? SyncEvent.Checkpoint(change.Token) : change.Typed;

    private static SyncEvent UntypedEvent(Change change) => change.IsCheckpoint ? SyncEvent.Checkpoint(change.Token) : change.Untyped;

    private int IndexAfter(SyncToken? after)
    {
        if (after is not { } token)
            return 0;
        var index = Changes.ToList().FindLastIndex(change => change.Token == token) + 1;

        // A token between two changes, or beyond all of them (a final token).
        return index > 0 ? index : Changes.TakeWhile(change => SyncToken.TryCompare(change.Token, token, out var order) && order <= 0).Count();
    }

    private IEnumerable<(int Index, Change Change)> Walk(SyncToken? after)
    {
        Opened++;
        try
        {
            for (var i = IndexAfter(after); i < Changes.Count; i++)
            {
                Before?.Invoke(i);
                yield return (i, Changes[i]);
            }

            Before?.Invoke(Changes.Count);
        }
        finally
        {
            Closed++;
        }
    }

    private IEnumerable<SyncEvent<Account>> TypedEvents(SyncToken? after) => Walk(after).Select(one => TypedEvent(one.Change));

    private IEnumerable<SyncEvent> UntypedEvents(SyncToken? after) => Walk(after).Select(one => UntypedEvent(one.Change));

    private async IAsyncEnumerable<SyncEvent<Account>> TypedEventsAsync(SyncToken? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (_, change) in Walk(after))
        {
            await Task.Yield();
            _ = cancellation;
            yield return TypedEvent(change);
        }
    }

    private async IAsyncEnumerable<SyncEvent> UntypedEventsAsync(SyncToken? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (_, change) in Walk(after))
        {
            await Task.Yield();
            _ = cancellation;
            yield return UntypedEvent(change);
        }
    }

    private void Port(SyncToken? after, ISyncTokenResultsHandler<Account> handler)
    {
        foreach (var (_, change) in Walk(after))
        {
            if (!change.IsCheckpoint && !handler.Handle(change.Typed))
                return;
        }

        if (Final is { } final)
            handler.HandleResult(final);
    }

    private void Port(SyncToken? after, ISyncTokenResultsHandler handler)
    {
        foreach (var (_, change) in Walk(after))
        {
            if (!change.IsCheckpoint && !handler.Handle(change.Untyped))
                return;
        }

        if (Final is { } final)
            handler.HandleResult(final);
    }

    private async Task PortAsync(SyncToken? after, IAsyncSyncTokenResultsHandler<Account> handler)
    {
        foreach (var (_, change) in Walk(after))
        {
            await Task.Yield();
            if (!change.IsCheckpoint && !await handler.HandleAsync(change.Typed))
                return;
        }

        if (Final is { } final)
            handler.HandleResult(final);
    }

    private async Task PortAsync(SyncToken? after, IAsyncSyncTokenResultsHandler handler)
    {
        foreach (var (_, change) in Walk(after))
        {
            await Task.Yield();
            if (!change.IsCheckpoint && !await handler.HandleAsync(change.Untyped))
                return;
        }

        if (Final is { } final)
            handler.HandleResult(final);
    }

    /// <summary>Pages end at the end of a token group, or at a checkpoint.</summary>
    private IEnumerable<(IReadOnlyList<Change> Changes, SyncToken Next, bool HasMore)> Pages(SyncToken? after, int pageSize)
    {
        var page = new List<Change>();
        for (var i = IndexAfter(after); i < Changes.Count; i++)
        {
            if (!Changes[i].IsCheckpoint)
                page.Add(Changes[i]);
            var last = i == Changes.Count - 1;
            var groupEnds = last || Changes[i + 1].Token != Changes[i].Token;
            if (last || Changes[i].IsCheckpoint || (page.Count >= pageSize && groupEnds))
            {
                yield return (page, last ? Final ?? Changes[i].Token : Changes[i].Token, !last);
                page = [];
            }
        }
    }

    private (IReadOnlyList<Change> Changes, SyncToken Next, bool HasMore) Page(SyncToken? after, int pageSize)
    {
        // An idle source tells its position too.
        var page = Pages(after, pageSize).Select(one => ((IReadOnlyList<Change>, SyncToken, bool)?)one).FirstOrDefault() ?? ([], Final ?? after ?? 0L, false);
        Opened++;
        try
        {
            for (var i = 0; i < page.Item1.Count; i++)
                Before?.Invoke(Changes.ToList().IndexOf(page.Item1[i]));
            if (!page.Item3)
                Before?.Invoke(Changes.Count);
            return page;
        }
        finally
        {
            Closed++;
        }
    }

    private SyncPage<Account> TypedPage(SyncToken? after, int pageSize)
    {
        var (changes, next, hasMore) = Page(after, pageSize);
        return new([.. changes.Select(change => change.Typed)], next, hasMore);
    }

    private SyncPage UntypedPage(SyncToken? after, int pageSize)
    {
        var (changes, next, hasMore) = Page(after, pageSize);
        return new([.. changes.Select(change => change.Untyped)], next, hasMore);
    }
}
