using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>Deltas to asynchronous handlers: from sources that never wait, and from one that truly waits before each 100 deltas.</summary>
public class AsynchronousBenchmarks
{
    private FacadeRuns _runs = null!;

    [ParamsSource(nameof(Counts))]
    public int Deltas { get; set; }

    public static IEnumerable<int> Counts => Sizes.Deltas;

    [GlobalSetup]
    public void Prepare() => _runs = new(Deltas);

    [Benchmark(Baseline = true, Description = "await foreach, no check")]
    public ValueTask<long> AwaitForEach() => _runs.AwaitForEachAsync();

    [Benchmark(Description = "asynchronous iterator, by hand")]
    public ValueTask<SyncPosition> AsyncIteratorByHand() => _runs.AsyncIteratorByHandAsync();

    [Benchmark(Description = "asynchronous iterator, facade")]
    public ValueTask<SyncResult> AsyncIterator() => _runs.AsyncIteratorAsync();

    [Benchmark(Description = "untyped asynchronous iterator, by hand")]
    public ValueTask<SyncPosition> UntypedByHand() => _runs.UntypedAsyncIteratorByHandAsync();

    [Benchmark(Description = "untyped asynchronous iterator, facade")]
    public ValueTask<SyncResult> Untyped() => _runs.UntypedAsyncIteratorAsync();

    [Benchmark(Description = "asynchronous page, by hand")]
    public ValueTask<SyncPosition> AsyncPageByHand() => _runs.AsyncPageByHandAsync();

    [Benchmark(Description = "asynchronous page, facade")]
    public ValueTask<SyncResult> AsyncPage() => _runs.AsyncPageAsync();

    [Benchmark(Description = "asynchronous handler shape, by hand")]
    public ValueTask<SyncPosition> AsyncHandlerByHand() => _runs.AsyncHandlerByHandAsync();

    [Benchmark(Description = "asynchronous handler shape, facade")]
    public ValueTask<SyncResult> AsyncHandler() => _runs.AsyncHandlerAsync();

    [Benchmark(Description = "synchronous iterator, by hand")]
    public ValueTask<SyncPosition> IteratorByHand() => _runs.IteratorByHandAsync();

    [Benchmark(Description = "synchronous iterator, facade")]
    public ValueTask<SyncResult> Iterator() => _runs.IteratorAsync();

    [Benchmark(Description = "waiting iterator, by hand")]
    public ValueTask<SyncPosition> WaitingByHand() => _runs.WaitingByHandAsync();

    [Benchmark(Description = "waiting iterator, facade")]
    public ValueTask<SyncResult> Waiting() => _runs.WaitingAsync();
}
