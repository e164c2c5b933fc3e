namespace Sluice.Consumer.Tests;

/// <summary>What a delta costs through the facades that the generator writes: exact bytes, as the slope between few and many.</summary>
[NonParallelizable]
internal sealed class AllocationTests
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private static readonly ObjectClass Device = ObjectClass.Of("device");
    private static readonly ISyncHandler Handler = SyncHandler.From(_ => SyncAnswer.Continue);
    private static readonly IAsyncSyncHandler AsyncHandler = Handler.AsAsync();
    private static readonly ISyncHandler<Member> TypedHandler = SyncHandler.From<Member>(_ => SyncAnswer.Continue);
    private static readonly IAsyncSyncHandler<Member> AsyncTypedHandler = TypedHandler.AsAsync();

    private static readonly (string Name, Func<ReadyDeltas, SyncResult> Run, int Bytes)[] Ways =
    [
        ("untyped iterator", deltas => IteratorConnector.CreateFacade(deltas).Sync(From(Device), Handler), 0),
        ("untyped iterator, asynchronous handler", deltas => Completed(IteratorConnector.CreateFacade(deltas).SyncAsync(From(Device), AsyncHandler)), 0),
        ("typed iterator, typed face", deltas => IteratorConnector.CreateFacade(deltas).Member.Sync(From(ObjectClass.Account), TypedHandler), 0),
        ("typed iterator, typed face, asynchronous handler", deltas => Completed(IteratorConnector.CreateFacade(deltas).Member.SyncAsync(From(ObjectClass.Account), AsyncTypedHandler)), 0),
        ("typed asynchronous iterator, typed face", deltas => Completed(AsyncIteratorConnector.CreateFacade(deltas).Member.SyncAsync(From(ObjectClass.Account), AsyncTypedHandler)), 0),
        ("untyped asynchronous iterator", deltas => Completed(AsyncIteratorConnector.CreateFacade(deltas).SyncAsync(From(Device), AsyncHandler)), 0),
        ("typed handler, typed face", deltas => HandlerConnector.CreateFacade(deltas).Member.Sync(From(ObjectClass.Account), TypedHandler), 0),
        ("typed page, typed face", deltas => PageConnector.CreateFacade(deltas).Member.Sync(From(ObjectClass.Account), TypedHandler), 0),
        ("typed iterator to untyped", deltas => IteratorConnector.CreateFacade(deltas).Sync(From(ObjectClass.Account), Handler), 72 + 32 + 88),
        ("typed asynchronous iterator to untyped", deltas => Completed(AsyncIteratorConnector.CreateFacade(deltas).SyncAsync(From(ObjectClass.Account), AsyncHandler)), 72 + 32 + 88),
    ];

    private static IEnumerable<TestCaseData> Cases => Ways.Select(way => new TestCaseData(way.Run, way.Bytes).SetArgDisplayNames(way.Name));

    [TestCaseSource(nameof(Cases))]
    public void A_delta_costs_exactly(Func<ReadyDeltas, SyncResult> run, int bytes)
    {
        var few = new ReadyDeltas(Few);
        var many = new ReadyDeltas(Many);
        Assert.That(run(few).Acknowledged, Is.EqualTo(Few), "also makes now what is made once");

        // A collection in between only adds, and not every time: the least of three is the truth.
        var slope = double.MaxValue;
        for (var attempt = 0; attempt < 3 && slope > bytes; attempt++)
            slope = Math.Min(slope, (Allocated(run, many) - Allocated(run, few)) / (double)(Many - Few));
        Assert.That(slope, Is.EqualTo(bytes));
    }

    private static long Allocated(Func<ReadyDeltas, SyncResult> run, ReadyDeltas deltas)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run(deltas);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static SyncRun From(ObjectClass objectClass) => new(objectClass, SyncPosition.Beginning);

    private static SyncResult Completed(ValueTask<SyncResult> run)
    {
        Assert.That(run.IsCompleted, "what completes synchronously stays synchronous");
        return run.GetAwaiter().GetResult();
    }
}

/// <summary>Deltas made before the measurement; they are also the provider that gives them to the connectors.</summary>
internal sealed class ReadyDeltas : IServiceProvider
{
    public ReadyDeltas(int count)
    {
        Typed = new SyncDelta<Member>[count];
        Untyped = new SyncDelta[count];
        var device = ConnectorObject.Build(ObjectClass.Of("device"), "d", "device").Build();
        var member = new Member("m1", "login", "a", "b", "c", "d", "e", "f");
        for (var i = 0; i < count; i++)
        {
            Typed[i] = SyncDelta.CreateOrUpdate(i + 1L, member);
            Untyped[i] = SyncDelta.CreateOrUpdate(i + 1L, device);
        }

        Page = new SyncPage<Member>(Typed, (long)count, hasMore: false);
    }

    public SyncDelta<Member>[] Typed { get; }

    public SyncDelta[] Untyped { get; }

    public SyncPage<Member> Page { get; }

    public object? GetService(Type serviceType) => serviceType == typeof(ReadyDeltas) ? this : null;
}

[ObjectClass(ObjectClasses.Account)]
internal sealed partial record Member([Uid] string Id, [Name] string Login, string? A, string? B, string? C, string? D, string? E, string? F);

[Connector("allocation-iterator")]
internal sealed partial class IteratorConnector(ReadyDeltas deltas)
{
    [LatestSyncToken<Member>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Member>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Member>> Sync(long? after)
    {
        for (var i = after ?? 0; i < deltas.Typed.Length; i++)
            yield return deltas.Typed[i];
    }

    [LatestSyncToken("device")]
    public long? LatestDevice() => deltas.Untyped.Length;

    [Sync("device")]
    public IEnumerable<SyncDelta> SyncDevices(long? after)
    {
        for (var i = after ?? 0; i < deltas.Untyped.Length; i++)
            yield return deltas.Untyped[i];
    }
}

[Connector("allocation-async-iterator")]
internal sealed partial class AsyncIteratorConnector(ReadyDeltas deltas)
{
    [LatestSyncToken<Member>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Member>]
    public async IAsyncEnumerable<SyncDelta<Member>> SyncAsync(long? after)
    {
        await ValueTask.CompletedTask;
        for (var i = after ?? 0; i < deltas.Typed.Length; i++)
            yield return deltas.Typed[i];
    }

    [LatestSyncToken("device")]
    public long? LatestDevice() => deltas.Untyped.Length;

    [Sync("device", Granularity = TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent> SyncDevicesAsync(long? after)
    {
        await ValueTask.CompletedTask;
        for (var i = after ?? 0; i < deltas.Untyped.Length; i++)
            yield return deltas.Untyped[i];
    }
}

[Connector("allocation-handler")]
internal sealed partial class HandlerConnector(ReadyDeltas deltas)
{
    [LatestSyncToken<Member>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Member>]
    public void Sync(long? after, ISyncTokenResultsHandler<Member> handler)
    {
        for (var i = after ?? 0; i < deltas.Typed.Length; i++)
        {
            if (!handler.Handle(deltas.Typed[i]))
                return;
        }

        handler.HandleResult((long)deltas.Typed.Length);
    }
}

[Connector("allocation-page")]
internal sealed partial class PageConnector(ReadyDeltas deltas)
{
    [LatestSyncToken<Member>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Member>]
    public SyncPage<Member> Sync(long? after, int pageSize) => after is null && pageSize > 0 ? deltas.Page : new([], after ?? 0, hasMore: false);
}
