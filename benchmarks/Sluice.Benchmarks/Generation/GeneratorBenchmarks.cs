using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Sluice.Benchmarks;

/// <summary>
/// The generators after an edit, the driver warm, against a pipeline that only walks the same symbols. Both pay for the compiler's own
/// work after an edit: a new compilation whose symbols are made again.
/// </summary>
[WarmupCount(5), IterationCount(15), InvocationCount(1, 1)]
public class GeneratorBenchmarks
{
    private WarmProject _warm = null!;

    [ParamsSource(nameof(Counts))]
    public int Connectors { get; set; }

    public static IEnumerable<int> Counts => Sizes.Connectors;

    [GlobalSetup]
    public void Prepare() => _warm = new(Connectors);

    [Benchmark(Description = "cold, walk")]
    public GeneratorDriver WalkCold() => _warm.WalkCold();

    [Benchmark(Description = "cold, Sluice")]
    public GeneratorDriver Cold() => _warm.GenerateCold();

    [Benchmark(Baseline = true, Description = "unrelated edit, walk")]
    public GeneratorDriver WalkUnrelated() => _warm.Walk(_warm.Project.EditUnrelated());

    [Benchmark(Description = "unrelated edit, Sluice")]
    public GeneratorDriver Unrelated() => _warm.Generate(_warm.Project.EditUnrelated());

    [Benchmark(Description = "edit beside the class, walk")]
    public GeneratorDriver WalkOutside() => _warm.Walk(_warm.Project.EditOutside());

    [Benchmark(Description = "edit beside the class, Sluice")]
    public GeneratorDriver Outside() => _warm.Generate(_warm.Project.EditOutside());

    [Benchmark(Description = "real edit, walk")]
    public GeneratorDriver WalkReal() => _warm.Walk(_warm.Project.EditReally());

    [Benchmark(Description = "real edit, Sluice")]
    public GeneratorDriver Real() => _warm.Generate(_warm.Project.EditReally());
}
