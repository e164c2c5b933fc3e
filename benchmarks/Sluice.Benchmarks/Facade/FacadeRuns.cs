using Sluice.Benchmarks.HandWritten;

namespace Sluice.Benchmarks;

/// <summary>One set of deltas and every way to run over it: through the generated facades, by hand with the same checks, and bare.</summary>
public sealed class FacadeRuns
{
    private readonly CountingHandler _handler = new();
    private readonly IteratorConnector _connector;
    private readonly IteratorConnector.Facade _iterator;
    private readonly HandlerConnector.Facade _push;
    private readonly PageConnector.Facade _page;
    private readonly AsyncIteratorConnector.Facade _asyncIterator;
    private readonly AsyncHandlerConnector.Facade _asyncPush;
    private readonly AsyncPageConnector.Facade _asyncPage;
    private readonly WaitingConnector.Facade _waiting;

    public FacadeRuns(int count, int batch = 100)
    {
        Deltas = new PrebuiltDeltas(count, batch);
        _connector = new(Deltas);
        _iterator = IteratorConnector.CreateFacade(Deltas);
        _push = HandlerConnector.CreateFacade(Deltas);
        _page = PageConnector.CreateFacade(Deltas);
        _asyncIterator = AsyncIteratorConnector.CreateFacade(Deltas);
        _asyncPush = AsyncHandlerConnector.CreateFacade(Deltas);
        _asyncPage = AsyncPageConnector.CreateFacade(Deltas);
        _waiting = WaitingConnector.CreateFacade(Deltas);
    }

    public PrebuiltDeltas Deltas { get; }

    private ISyncHandler<Person> Typed => _handler;

    private ISyncHandler Untyped => _handler;

    private IAsyncSyncHandler<Person> AsyncTyped => _handler;

    private IAsyncSyncHandler AsyncUntyped => _handler;

    // Bare: nothing but the call per delta, or the await foreach.

    public long CallPerDelta()
    {
        var handler = Typed;
        foreach (ref readonly var delta in Deltas.Typed.AsSpan())
        {
            if (handler.Handle(delta) != SyncAnswer.Continue)
                break;
        }

        return _handler.Seen;
    }

    public long CallPerUntypedDelta()
    {
        var handler = Untyped;
        foreach (var delta in Deltas.Untyped)
        {
            if (handler.Handle(delta) != SyncAnswer.Continue)
                break;
        }

        return _handler.Seen;
    }

    public long IteratorAndCall()
    {
        var handler = Typed;
        foreach (var delta in IteratorConnector.Iterate(Deltas.Typed, null))
        {
            if (handler.Handle(delta) != SyncAnswer.Continue)
                break;
        }

        return _handler.Seen;
    }

    public async ValueTask<long> AwaitForEachAsync()
    {
        var handler = AsyncTyped;
        await foreach (var delta in AsyncIteratorConnector.IterateAsync(Deltas.Typed, null, default).ConfigureAwait(false))
        {
            if (await handler.HandleAsync(delta, default).ConfigureAwait(false) != SyncAnswer.Continue)
                break;
        }

        return _handler.Seen;
    }

    // By hand, with the checks of the facade.

    public SyncPosition IteratorByHand() => HandWrittenSync.Run(Guard(), IteratorConnector.Iterate(Deltas.Typed, null), Typed);

    public SyncPosition UntypedIteratorByHand() => HandWrittenSync.Run(Guard(Devices.Class), IteratorConnector.Iterate(Deltas.Untyped, null), Untyped);

    public SyncPosition PageByHand() => HandWrittenSync.RunPages(Guard(), Deltas.PageAfter, Typed);

    public SyncPosition HandlerByHand() => HandWrittenSync.RunHandler(Guard(), handler => HandlerConnector.Push<Callers.Hand>(Deltas.Typed, null, handler), Typed);

    public ValueTask<SyncPosition> IteratorByHandAsync() => HandWrittenSync.RunAsync(Guard(), IteratorConnector.Iterate(Deltas.Typed, null), AsyncTyped);

    public ValueTask<SyncPosition> AsyncIteratorByHandAsync() => HandWrittenSync.RunAsync(Guard(), AsyncIteratorConnector.IterateAsync(Deltas.Typed, null, default), AsyncTyped);

    public ValueTask<SyncPosition> UntypedAsyncIteratorByHandAsync() =>
        HandWrittenSync.RunAsync(Guard(Devices.Class), AsyncIteratorConnector.IterateAsync(Deltas.Untyped, null, default), AsyncUntyped);

    public ValueTask<SyncPosition> AsyncPageByHandAsync() => HandWrittenSync.RunPagesAsync(Guard(), after => new(Deltas.PageAfter(after)), AsyncTyped);

    public ValueTask<SyncPosition> AsyncHandlerByHandAsync() =>
        HandWrittenSync.RunHandlerAsync(Guard(), handler => AsyncHandlerConnector.PushAsync<Callers.Hand>(Deltas.Typed, null, handler, default), AsyncTyped);

    public ValueTask<SyncPosition> WaitingByHandAsync() => HandWrittenSync.RunAsync(Guard(), WaitingConnector.IterateAsync(Deltas, null, default), AsyncTyped);

    // Through the facades.

    public SyncResult Iterator() => _iterator.Person.Sync(People(), Typed);

    public SyncResult UntypedIterator() => _iterator.Sync(OfDevices(), Untyped);

    public SyncResult Handler() => _push.Person.Sync(People(), Typed);

    public SyncResult Page() => _page.Person.Sync(People(), Typed);

    public ValueTask<SyncResult> IteratorAsync() => _iterator.Person.SyncAsync(People(), AsyncTyped);

    public ValueTask<SyncResult> AsyncIteratorAsync() => _asyncIterator.Person.SyncAsync(People(), AsyncTyped);

    public ValueTask<SyncResult> UntypedAsyncIteratorAsync() => _asyncIterator.SyncAsync(OfDevices(), AsyncUntyped);

    public ValueTask<SyncResult> AsyncHandlerAsync() => _asyncPush.Person.SyncAsync(People(), AsyncTyped);

    public ValueTask<SyncResult> AsyncPageAsync() => _asyncPage.Person.SyncAsync(People(), AsyncTyped);

    public ValueTask<SyncResult> WaitingAsync() => _waiting.Person.SyncAsync(People(), AsyncTyped);

    /// <summary>From the annotated objects to untyped deltas, which are built one by one.</summary>
    public SyncResult Mapped(OperationOptions? options = null) => _iterator.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning, options), Untyped);

    // What is called once.

    public SyncPosition Latest() => Completed(_iterator.GetLatestSyncTokenAsync(ObjectClass.Account));

    public SyncPosition LatestAsync() => Completed(_asyncIterator.GetLatestSyncTokenAsync(ObjectClass.Account));

    public SyncToken? LatestByHand() => _connector.Latest();

    public IteratorConnector.Facade NewFacade() => IteratorConnector.CreateFacade(Deltas);

    internal static TResult Completed<TResult>(ValueTask<TResult> call) => call.IsCompleted
        ? call.GetAwaiter().GetResult()
        : throw new InvalidOperationException("What completes synchronously must stay synchronous.");

    private static SyncRun People() => new(ObjectClass.Account, SyncPosition.Beginning);

    private static SyncRun OfDevices() => new(Devices.Class, SyncPosition.Beginning);

    private static HandWrittenGuard Guard(ObjectClass? objectClass = null) => new(objectClass ?? ObjectClass.Account, null, default);
}
