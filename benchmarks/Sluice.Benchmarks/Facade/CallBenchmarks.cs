using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>What is paid per call and per facade, not per delta.</summary>
public class CallBenchmarks
{
    private readonly FacadeRuns _one = new(1);

    [Benchmark(Description = "one delta, by hand")]
    public SyncPosition OneByHand() => _one.IteratorByHand();

    [Benchmark(Description = "one delta, facade")]
    public SyncResult One() => _one.Iterator();

    [Benchmark(Description = "one delta, by hand, asynchronous")]
    public ValueTask<SyncPosition> OneByHandAsync() => _one.AsyncIteratorByHandAsync();

    [Benchmark(Description = "one delta, facade, asynchronous")]
    public ValueTask<SyncResult> OneAsync() => _one.AsyncIteratorAsync();

    [Benchmark(Description = "latest token, the method itself")]
    public SyncToken? LatestByHand() => _one.LatestByHand();

    [Benchmark(Description = "latest token, facade")]
    public SyncPosition Latest() => _one.Latest();

    [Benchmark(Description = "latest token, facade, asynchronous method")]
    public SyncPosition LatestAsync() => _one.LatestAsync();

    [Benchmark(Description = "a new facade")]
    public IteratorConnector.Facade NewFacade() => _one.NewFacade();
}
