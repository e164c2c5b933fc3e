using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>
/// From the annotated object to an untyped one and back, against a hand-written mapping and a dictionary. All that is allocated
/// is also held: the bytes are the memory that one object takes.
/// </summary>
public class MappingBenchmarks
{
    private MappingWays _ways = null!;

    [Params(Subjects.Narrow, Subjects.Usual, Subjects.Wide)]
    public int Attributes { get; set; }

    [GlobalSetup]
    public void Prepare() => _ways = MappingWays.Of(Attributes);

    [Benchmark(Baseline = true, Description = "all, by hand")]
    public HandMadeObject AllByHand() => _ways.AllByHand();

    [Benchmark(Description = "all, Sluice")]
    public ConnectorObject All() => _ways.All();

    [Benchmark(Description = "all, dictionary")]
    public Dictionary<string, object?> AllAsDictionary() => _ways.AllAsDictionary();

    [Benchmark(Description = "three, by hand")]
    public HandMadeObject ThreeByHand() => _ways.ThreeByHand();

    [Benchmark(Description = "three, Sluice")]
    public ConnectorObject Three() => _ways.Three();

    [Benchmark(Description = "three, dictionary")]
    public Dictionary<string, object?> ThreeAsDictionary() => _ways.ThreeAsDictionary();

    [Benchmark(Description = "back, by hand")]
    public object BackByHand() => _ways.BackByHand();

    [Benchmark(Description = "back, Sluice")]
    public object Back() => _ways.Back();

    [Benchmark(Description = "delta, by hand")]
    public HandMadeDelta DeltaByHand() => _ways.DeltaByHand();

    [Benchmark(Description = "delta, Sluice")]
    public SyncDelta Delta() => _ways.Delta();
}
