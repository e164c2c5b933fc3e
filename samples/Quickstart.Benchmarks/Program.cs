using BenchmarkDotNet.Running;
using Quickstart.Benchmarks;

var summaries = BenchmarkSwitcher.FromAssembly(typeof(HrBenchmark).Assembly).Run(args);

// The switcher itself ends with 0 whatever happened.
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
