using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>Reading six attributes of an untyped object.</summary>
public class ReadingBenchmarks
{
    private readonly ReadingWays _ways = new();

    [Benchmark(Baseline = true, Description = "by slot, an array by hand", OperationsPerInvoke = ReadingWays.Objects)]
    public int BySlotByHand() => _ways.BySlotByHand();

    [Benchmark(Description = "by slot, Sluice", OperationsPerInvoke = ReadingWays.Objects)]
    public int BySlot() => _ways.BySlot();

    [Benchmark(Description = "by name, a search by hand", OperationsPerInvoke = ReadingWays.Objects)]
    public int ByNameByHand() => _ways.ByNameByHand();

    [Benchmark(Description = "by name, Sluice", OperationsPerInvoke = ReadingWays.Objects)]
    public int ByName() => _ways.ByName();

    [Benchmark(Description = "by a copied name, a search by hand", OperationsPerInvoke = ReadingWays.Objects)]
    public int ByCopiedNameByHand() => _ways.ByCopiedNameByHand();

    [Benchmark(Description = "by a copied name, Sluice", OperationsPerInvoke = ReadingWays.Objects)]
    public int ByCopiedName() => _ways.ByCopiedName();

    [Benchmark(Description = "by name, dictionary", OperationsPerInvoke = ReadingWays.Objects)]
    public int ByDictionary() => _ways.ByDictionary();
}
