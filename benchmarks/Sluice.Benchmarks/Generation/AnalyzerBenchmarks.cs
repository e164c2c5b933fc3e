using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Benchmarks;

/// <summary>All analyzers over a whole project, against the compiler's own diagnostics.</summary>
[WarmupCount(3), IterationCount(10), InvocationCount(1, 1)]
public class AnalyzerBenchmarks
{
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = WarmProject.Analyzers();
    private WarmProject _warm = null!;
    private CSharpCompilation _complete = null!;

    [ParamsSource(nameof(Counts))]
    public int Connectors { get; set; }

    public static IEnumerable<int> Counts => Sizes.Connectors;

    [GlobalSetup]
    public void Prepare() => _warm = new(Connectors);

    [IterationSetup]
    public void Unbind() => _complete = _warm.Complete();

    [Benchmark(Baseline = true, Description = "compiler's diagnostics")]
    public ImmutableArray<Diagnostic> Compiler() => _complete.GetDiagnostics();

    [Benchmark(Description = "compiler's diagnostics and all analyzers")]
    public Task<ImmutableArray<Diagnostic>> WithAnalyzers() => _complete.WithAnalyzers(_analyzers).GetAllDiagnosticsAsync();
}
