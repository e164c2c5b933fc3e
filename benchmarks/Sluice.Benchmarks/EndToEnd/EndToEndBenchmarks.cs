using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>From database to database, the position in the same transactions, against a loop over the reader.</summary>
[WarmupCount(1), IterationCount(5), InvocationCount(1, 1)]
public class EndToEndBenchmarks
{
    private PeopleDatabase _database = null!;
    private Mirroring _mirroring = null!;

    [ParamsSource(nameof(Counts))]
    public int Changes { get; set; }

    public static IEnumerable<int> Counts => Sizes.Changes;

    [GlobalSetup]
    public void Prepare()
    {
        _database = new(Changes);
        _mirroring = new(_database);
    }

    [GlobalCleanup]
    public void CleanUp() => _database.Dispose();

    [Benchmark(Baseline = true, Description = "by hand")]
    public long ByHand() => _mirroring.ByHand();

    [Benchmark(Description = "facade, annotated")]
    public long Typed() => _mirroring.Typed();

    [Benchmark(Description = "facade, annotated, asynchronous")]
    public Task<long> TypedAsync() => _mirroring.TypedAsync();

    [Benchmark(Description = "facade, untyped")]
    public long Untyped() => _mirroring.Untyped();
}
