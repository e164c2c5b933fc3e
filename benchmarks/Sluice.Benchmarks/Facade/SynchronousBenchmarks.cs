using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>Deltas from synchronous sources to synchronous handlers: each shape through its facade, by hand with the same checks, and bare.</summary>
public class SynchronousBenchmarks
{
    private FacadeRuns _runs = null!;

    [ParamsSource(nameof(Counts))]
    public int Deltas { get; set; }

    public static IEnumerable<int> Counts => Sizes.Deltas;

    [GlobalSetup]
    public void Prepare() => _runs = new(Deltas);

    [Benchmark(Baseline = true, Description = "interface call per delta")]
    public long Call() => _runs.CallPerDelta();

    [Benchmark(Description = "iterator and call, no check")]
    public long IteratorAndCall() => _runs.IteratorAndCall();

    [Benchmark(Description = "iterator, by hand")]
    public SyncPosition IteratorByHand() => _runs.IteratorByHand();

    [Benchmark(Description = "iterator, facade")]
    public SyncResult Iterator() => _runs.Iterator();

    [Benchmark(Description = "page, by hand")]
    public SyncPosition PageByHand() => _runs.PageByHand();

    [Benchmark(Description = "page, facade")]
    public SyncResult Page() => _runs.Page();

    [Benchmark(Description = "handler, by hand")]
    public SyncPosition HandlerByHand() => _runs.HandlerByHand();

    [Benchmark(Description = "handler, facade")]
    public SyncResult Handler() => _runs.Handler();

    [Benchmark(Description = "untyped iterator, by hand")]
    public SyncPosition UntypedByHand() => _runs.UntypedIteratorByHand();

    [Benchmark(Description = "untyped iterator, facade")]
    public SyncResult Untyped() => _runs.UntypedIterator();

    [Benchmark(Description = "annotated to untyped, facade")]
    public SyncResult Mapped() => _runs.Mapped();
}
