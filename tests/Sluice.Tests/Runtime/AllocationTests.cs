using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary>What a delta costs beyond what the connector made: exact bytes, as the slope between few and many deltas.</summary>
[NonParallelizable]
internal sealed class AllocationTests
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;

    private static readonly ISyncHandler Handler = SyncHandler.From(_ => SyncAnswer.Continue);
    private static readonly IAsyncSyncHandler AsyncHandler = SyncHandler.FromAsync((_, _) => new(SyncAnswer.Continue));
    private static readonly ISyncHandler<Account> TypedHandler = SyncHandler.From<Account>(_ => SyncAnswer.Continue);
    private static readonly IAsyncSyncHandler<Account> AsyncTypedHandler = SyncHandler.FromAsync<Account>((_, _) => new(SyncAnswer.Continue));

    private static readonly SyncDelta<Account>[] Typed = MakeTyped();
    private static readonly SyncDelta[] Untyped = MakeUntyped();
    private static readonly ObjectClassInfo Info = ObjectMapping.Of<Account>().Info;

    public enum Way
    {
        Iterator,
        AsyncIterator,
        HandlerShape,
        AsyncHandlerShape,
        Page,
    }

    // An asynchronous connector needs an asynchronous handler; a synchronous handler shape serves one in batches.
    private static readonly (Way Way, bool AsyncHandler)[] Calls =
    [
        (Way.Iterator, false), (Way.Iterator, true), (Way.AsyncIterator, true), (Way.HandlerShape, false), (Way.AsyncHandlerShape, true), (Way.Page, false), (Way.Page, true),
    ];

    [Test]
    public void An_untyped_delta_costs_nothing([ValueSource(nameof(Calls))] (Way Way, bool AsyncHandler) call, [Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity)
    {
        Assert.That(Slope(count => RunUntyped(call.Way, call.AsyncHandler, granularity, count), 0), Is.Zero);
    }

    [Test]
    public void A_typed_delta_through_the_typed_face_costs_nothing([ValueSource(nameof(Calls))] (Way Way, bool AsyncHandler) call, [Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity)
    {
        Assert.That(Slope(count => RunTyped(call.Way, call.AsyncHandler, granularity, count, typedFace: true), 0), Is.Zero);
    }

    [Test]
    public void From_typed_to_untyped_a_delta_costs_its_object_its_values_and_itself([ValueSource(nameof(Calls))] (Way Way, bool AsyncHandler) call)
    {
        const int delta = 72, connectorObject = 32, eightValues = 88, all = delta + connectorObject + eightValues;

        Assert.That(Slope(count => RunTyped(call.Way, call.AsyncHandler, TokenGranularity.PerDelta, count, typedFace: false), all), Is.EqualTo(all));
    }

    private static double Slope(Action<int> run, double expected)
    {
        // Lazily made things are made now. A collection in between may leave a part of a thread's allocation budget unused,
        // which counts as allocated: noise only adds, and not every time.
        run(Few);
        var slope = double.MaxValue;
        for (var attempt = 0; attempt < 3 && slope > expected; attempt++)
            slope = Math.Min(slope, (Allocated(Many) - Allocated(Few)) / (double)(Many - Few));
        return slope;

        long Allocated(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run(count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void RunUntyped(Way way, bool asyncHandler, TokenGranularity granularity, int count)
    {
        var facade = new TestFacade(null, one => new UntypedClass(
            one,
            ObjectClass.Account,
            way is Way.AsyncIterator or Way.AsyncHandlerShape ? null : session => Sync(way, session, count),
            session => SyncAsync(way, session, count),
            granularity,
            info: Info));
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var result = asyncHandler ? Completed(facade.SyncAsync(run, AsyncHandler)) : facade.Sync(run, Handler);
        Assert.That(result.Acknowledged, Is.EqualTo(count));
    }

    private static void RunTyped(Way way, bool asyncHandler, TokenGranularity granularity, int count, bool typedFace)
    {
        var facade = new TestFacade(null, one => new TypedClass(
            one,
            way is Way.AsyncIterator or Way.AsyncHandlerShape ? null : session => Sync(way, session, count),
            session => SyncAsync(way, session, count),
            granularity));
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var typed = (IObjectClassFacade<Account>)facade.Operations;
        var result = (typedFace, asyncHandler) switch
        {
            (true, true) => Completed(typed.SyncAsync(run, AsyncTypedHandler)),
            (true, false) => typed.Sync(run, TypedHandler),
            (false, true) => Completed(facade.SyncAsync(run, AsyncHandler)),
            (false, false) => facade.Sync(run, Handler),
        };
        Assert.That(result.Acknowledged, Is.EqualTo(count));
    }

    private static SyncResult Completed(ValueTask<SyncResult> run)
    {
        Assert.That(run.IsCompleted, "what completes synchronously stays synchronous");
        return run.GetAwaiter().GetResult();
    }

    private static void Sync(Way way, UntypedSyncSession session, int count)
    {
        if (way == Way.HandlerShape)
        {
            ISyncTokenResultsHandler handler = session;
            for (var i = 0; i < count; i++)
                handler.Handle(Untyped[i]);
            handler.HandleResult((long)count);
            session.HandlerReturned();
            return;
        }

        for (var i = 0; i < count; i++)
            session.Deliver(Untyped[i]);
        if (way == Way.Page)
            session.TurnPage((long)count, false);
        session.Drained();
    }

    private static async ValueTask SyncAsync(Way way, UntypedSyncSession session, int count)
    {
        if (way == Way.AsyncHandlerShape)
        {
            IAsyncSyncTokenResultsHandler handler = session;
            for (var i = 0; i < count; i++)
                await handler.HandleAsync(Untyped[i]).ConfigureAwait(false);
            handler.HandleResult((long)count);
            session.HandlerReturned();
            return;
        }

        if (way == Way.AsyncIterator)
        {
            await foreach (var delta in Iterate(Untyped, count).ConfigureAwait(false))
                await session.DeliverAsync(delta).ConfigureAwait(false);
        }
        else
        {
            for (var i = 0; i < count; i++)
                await session.DeliverAsync(Untyped[i]).ConfigureAwait(false);
        }

        session.Drained();
    }

    private static void Sync(Way way, SyncSession<Account> session, int count)
    {
        if (way == Way.HandlerShape)
        {
            ISyncTokenResultsHandler<Account> handler = session;
            for (var i = 0; i < count; i++)
                handler.Handle(Typed[i]);
            handler.HandleResult((long)count);
            session.HandlerReturned();
            return;
        }

        for (var i = 0; i < count; i++)
            session.Deliver((SyncEvent<Account>)Typed[i]);
        if (way == Way.Page)
            session.TurnPage((long)count, false);
        session.Drained();
    }

    private static async ValueTask SyncAsync(Way way, SyncSession<Account> session, int count)
    {
        if (way == Way.AsyncHandlerShape)
        {
            IAsyncSyncTokenResultsHandler<Account> handler = session;
            for (var i = 0; i < count; i++)
                await handler.HandleAsync(Typed[i]).ConfigureAwait(false);
            handler.HandleResult((long)count);
            session.HandlerReturned();
            return;
        }

        if (way == Way.AsyncIterator)
        {
            await foreach (var delta in Iterate(Typed, count).ConfigureAwait(false))
                await session.DeliverAsync(delta).ConfigureAwait(false);
        }
        else
        {
            for (var i = 0; i < count; i++)
                await session.DeliverAsync((SyncEvent<Account>)Typed[i]).ConfigureAwait(false);
        }

        session.Drained();
    }

    private static async IAsyncEnumerable<TDelta> Iterate<TDelta>(TDelta[] deltas, int count)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        for (var i = 0; i < count; i++)
            yield return deltas[i];
    }

    private static SyncDelta<Account>[] MakeTyped()
    {
        var account = new Account("u", "login");
        var deltas = new SyncDelta<Account>[Many];
        for (var i = 0; i < Many; i++)
            deltas[i] = SyncDelta.CreateOrUpdate(i + 1L, account);
        return deltas;
    }

    private static SyncDelta[] MakeUntyped()
    {
        var account = ObjectMapping.Of<Account>().ToConnectorObject(new Account("u", "login"));
        var deltas = new SyncDelta[Many];
        for (var i = 0; i < Many; i++)
            deltas[i] = SyncDelta.CreateOrUpdate(i + 1L, account);
        return deltas;
    }
}
