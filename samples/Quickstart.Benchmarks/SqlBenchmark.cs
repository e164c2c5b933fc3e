using Sluice.Benchmarking;

namespace Quickstart.Benchmarks;

/// <summary>The SQL connector of the toolkit against a table with a change log, in a SQLite file.</summary>
public class SqlBenchmark : ConnectorBenchmark<SqlHarness>
{
    protected override Task<SqlHarness> CreateAsync(CancellationToken cancellation) => Task.FromResult(new SqlHarness());
}
