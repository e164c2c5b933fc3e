using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>Throughput against the size of a batch: of a page, and of what a waiting source has ready at once.</summary>
public class BatchBenchmarks
{
    private FacadeRuns _runs = null!;

    /// <summary>Deltas per run, whatever the batch.</summary>
    public const int Deltas = 10_000;

    [Params(1, 10, 100, 1_000)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Prepare() => _runs = new(Deltas, Batch);

    [Benchmark(Description = "page", OperationsPerInvoke = Deltas)]
    public SyncResult Page() => _runs.Page();

    [Benchmark(Description = "asynchronous page", OperationsPerInvoke = Deltas)]
    public ValueTask<SyncResult> AsyncPage() => _runs.AsyncPageAsync();

    [Benchmark(Description = "waiting iterator", OperationsPerInvoke = Deltas)]
    public ValueTask<SyncResult> Waiting() => _runs.WaitingAsync();
}
