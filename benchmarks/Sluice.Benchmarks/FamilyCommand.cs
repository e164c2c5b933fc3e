using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace Sluice.Benchmarks;

/// <summary>
/// The families of benchmarks. <c>short</c> and <c>full</c> run them all; any other arguments go to BenchmarkDotNet. JSON and
/// Markdown are left in <c>artifacts/benchmarks</c>, or where <c>--artifacts</c> says.
/// </summary>
internal static class FamilyCommand
{
    public static int Run(string[] arguments)
    {
        string[] passed = arguments switch
        {
            ["short", .. var rest] => ["--filter", "*", "--job", "short", .. rest],
            ["full", .. var rest] => ["--filter", "*", .. rest],
            _ => arguments,
        };

        // A dry run asks whether everything runs; it is inherited by the processes that measure.
        if (passed.Contains("dry", StringComparer.OrdinalIgnoreCase))
            Environment.SetEnvironmentVariable(Sizes.Variable, Sizes.Small);
        var config = ManualConfig.CreateEmpty()
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(JsonExporter.Full, MarkdownExporter.GitHub)
            .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(FamilyCommand).Assembly).Run(passed, config);

        // The switcher itself ends with 0 whatever happened.
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
