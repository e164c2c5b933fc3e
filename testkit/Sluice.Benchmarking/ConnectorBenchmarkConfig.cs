using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;

namespace Sluice.Benchmarking;

/// <summary>What the benchmarks of a connector report: deltas per second, bytes per delta, and JSON and Markdown files.</summary>
public sealed class ConnectorBenchmarkConfig : ManualConfig
{
    /// <summary>Makes the configuration.</summary>
    public ConnectorBenchmarkConfig()
    {
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(DeltaColumn.PerSecond, DeltaColumn.Bytes);
        AddExporter(JsonExporter.Full, MarkdownExporter.GitHub);
    }
}
