using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>What the facade costs over deltas that are ready, all guards on, against an interface call per delta (the floor).</summary>
[MemoryDiagnoser]
public class FacadeBenchmarks : ISyncHandler, ISyncHandler<Person>, IAsyncSyncHandler<Person>, IAsyncSyncHandler
{
    private PrebuiltDeltas _deltas = null!;
    private PrebuiltConnector.Facade _facade = null!;
    private ISyncHandler _untyped = null!;
    private long _seen;

    [Params(1, 1_000, 1_000_000)]
    public int Deltas { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _deltas = new PrebuiltDeltas(Deltas);
        _facade = PrebuiltConnector.CreateFacade(_deltas);
        _untyped = this;
    }

    [Benchmark(Baseline = true, Description = "interface call per delta")]
    public long Floor()
    {
        foreach (var delta in _deltas.Untyped)
        {
            if (_untyped.Handle(delta) != SyncAnswer.Continue)
                break;
        }

        return _seen;
    }

    [Benchmark(Description = "untyped deltas")]
    public SyncResult Untyped() => _facade.Sync(new SyncRun(ObjectClass.Of("device"), SyncPosition.Beginning), this);

    [Benchmark(Description = "typed face")]
    public SyncResult Typed() => _facade.Person.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), this);

    [Benchmark(Description = "typed face, asynchronous handler")]
    public ValueTask<SyncResult> TypedAsync() => _facade.Person.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), this);

    [Benchmark(Description = "typed to untyped, 8 attributes")]
    public SyncResult Mapped() => _facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), this);

    public SyncAnswer Handle(SyncDelta delta)
    {
        _seen++;
        return SyncAnswer.Continue;
    }

    public SyncAnswer Handle(in SyncDelta<Person> delta)
    {
        _seen++;
        return SyncAnswer.Continue;
    }

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta<Person> delta, CancellationToken cancellation)
    {
        _seen++;
        return new(SyncAnswer.Continue);
    }

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation) => new(Handle(delta));
}
