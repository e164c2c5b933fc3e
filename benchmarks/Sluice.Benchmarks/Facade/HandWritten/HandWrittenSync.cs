namespace Sluice.Benchmarks.HandWritten;

/// <summary>The loops that a careful host writes: each shape of a connector, with a <see cref="HandWrittenGuard"/>.</summary>
public static class HandWrittenSync
{
    /// <summary>An iterator and a synchronous handler.</summary>
    public static SyncPosition Run(HandWrittenGuard guard, IEnumerable<SyncDelta<Person>> deltas, ISyncHandler<Person> handler)
    {
        foreach (var delta in deltas)
        {
            guard.Admit(delta);
            if (!guard.Settle(handler.Handle(delta)))
                break;
        }

        return guard.Position;
    }

    /// <summary>An iterator of untyped deltas and a synchronous handler.</summary>
    public static SyncPosition Run(HandWrittenGuard guard, IEnumerable<SyncDelta> deltas, ISyncHandler handler)
    {
        foreach (var delta in deltas)
        {
            guard.Admit(delta);
            if (!guard.Settle(handler.Handle(delta)))
                break;
        }

        return guard.Position;
    }

    /// <summary>Pages and a synchronous handler.</summary>
    public static SyncPosition RunPages(HandWrittenGuard guard, Func<long?, SyncPage<Person>> read, ISyncHandler<Person> handler)
    {
        var after = guard.After?.AsInt64();
        SyncPage<Person> page;
        do
        {
            page = read(after);
            foreach (var delta in page.Deltas)
            {
                guard.Admit(delta);
                if (!guard.Settle(handler.Handle(delta)))
                    return guard.Position;
            }

            var next = page.Next!.Value.AsInt64();
            if (page.HasMore && next <= after)
                throw new InvalidOperationException("The page does not advance.");
            after = next;
        }
        while (page.HasMore);
        return guard.Position;
    }

    /// <summary>A handler-shaped connector and a synchronous handler.</summary>
    public static SyncPosition RunHandler(HandWrittenGuard guard, Action<ISyncTokenResultsHandler<Person>> push, ISyncHandler<Person> handler)
    {
        var door = new HandWrittenDoor(guard, handler, asyncHandler: null);
        push(door);
        door.Close();
        return guard.Position;
    }

    /// <summary>An asynchronous iterator and an asynchronous handler.</summary>
    public static async ValueTask<SyncPosition> RunAsync(HandWrittenGuard guard, IAsyncEnumerable<SyncDelta<Person>> deltas, IAsyncSyncHandler<Person> handler)
    {
        await foreach (var delta in deltas.WithCancellation(guard.Cancellation).ConfigureAwait(false))
        {
            guard.Admit(delta);
            if (!guard.Settle(await handler.HandleAsync(delta, guard.Cancellation).ConfigureAwait(false)))
                break;
        }

        return guard.Position;
    }

    /// <summary>An asynchronous iterator of untyped deltas and an asynchronous handler.</summary>
    public static async ValueTask<SyncPosition> RunAsync(HandWrittenGuard guard, IAsyncEnumerable<SyncDelta> deltas, IAsyncSyncHandler handler)
    {
        await foreach (var delta in deltas.WithCancellation(guard.Cancellation).ConfigureAwait(false))
        {
            guard.Admit(delta);
            if (!guard.Settle(await handler.HandleAsync(delta, guard.Cancellation).ConfigureAwait(false)))
                break;
        }

        return guard.Position;
    }

    /// <summary>An iterator and an asynchronous handler.</summary>
    public static async ValueTask<SyncPosition> RunAsync(HandWrittenGuard guard, IEnumerable<SyncDelta<Person>> deltas, IAsyncSyncHandler<Person> handler)
    {
        foreach (var delta in deltas)
        {
            guard.Admit(delta);
            if (!guard.Settle(await handler.HandleAsync(delta, guard.Cancellation).ConfigureAwait(false)))
                break;
        }

        return guard.Position;
    }

    /// <summary>Pages that are awaited, and an asynchronous handler.</summary>
    public static async ValueTask<SyncPosition> RunPagesAsync(HandWrittenGuard guard, Func<long?, ValueTask<SyncPage<Person>>> read, IAsyncSyncHandler<Person> handler)
    {
        var after = guard.After?.AsInt64();
        SyncPage<Person> page;
        do
        {
            page = await read(after).ConfigureAwait(false);
            foreach (var delta in page.Deltas)
            {
                guard.Admit(delta);
                if (!guard.Settle(await handler.HandleAsync(delta, guard.Cancellation).ConfigureAwait(false)))
                    return guard.Position;
            }

            var next = page.Next!.Value.AsInt64();
            if (page.HasMore && next <= after)
                throw new InvalidOperationException("The page does not advance.");
            after = next;
        }
        while (page.HasMore);
        return guard.Position;
    }

    /// <summary>A handler-shaped asynchronous connector and an asynchronous handler.</summary>
    public static async ValueTask<SyncPosition> RunHandlerAsync(HandWrittenGuard guard, Func<IAsyncSyncTokenResultsHandler<Person>, ValueTask> push, IAsyncSyncHandler<Person> handler)
    {
        var door = new HandWrittenDoor(guard, handler: null, handler);
        await push(door).ConfigureAwait(false);
        door.Close();
        return guard.Position;
    }
}
