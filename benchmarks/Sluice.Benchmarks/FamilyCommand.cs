using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Sluice.Benchmarks;

/// <summary>
/// The families of benchmarks. <c>short</c> and <c>full</c> run them all; any other arguments go to BenchmarkDotNet. JSON and
/// Markdown are left in <c>artifacts/benchmarks</c>, or where <c>--artifacts</c> says.
/// </summary>
internal static class FamilyCommand
{
    private const string InProcess = "--inProcess";

    private static readonly TimeSpan LongestBenchmark = TimeSpan.FromHours(1);

    // Short iterations, so that on a busy machine many are not interrupted; warmed long enough for the second tier, compiled 100 ms late in the background.
    private static readonly Job Short = Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(20)).WithWarmupCount(30).WithIterationCount(15);

    public static int Run(string[] arguments)
    {
        string[] passed = arguments switch
        {
            ["short" or "full", .. var rest] => [.. rest.Contains("--filter", StringComparer.Ordinal) ? rest : ["--filter", "*", .. rest]],
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
            .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"))
            // The default of two minutes is too short for a machine that does other work beside.
            .WithBuildTimeout(TimeSpan.FromMinutes(15));
        if (arguments is ["short" or "full", ..])
        {
            // The option would add a job of its own, and give up where a benchmark takes minutes, as those of the compiler do.
            var job = arguments[0] is "short" ? Short : Job.Default;
            var inProcess = passed.Contains(InProcess, StringComparer.OrdinalIgnoreCase);
            passed = [.. passed.Where(argument => !argument.Equals(InProcess, StringComparison.OrdinalIgnoreCase))];
            config.AddJob(inProcess ? job.WithToolchain(new InProcessEmitToolchain(LongestBenchmark, logOutput: true)) : job);
        }

        var summaries = BenchmarkSwitcher.FromAssembly(typeof(FamilyCommand).Assembly).Run(passed, config);

        // The switcher itself ends with 0 whatever happened.
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
