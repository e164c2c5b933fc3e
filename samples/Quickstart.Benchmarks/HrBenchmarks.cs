using Sluice.Benchmarking;

namespace Quickstart.Benchmarks;

/// <summary>The HR connector against its database: its people as an asynchronous iterator.</summary>
public class HrBenchmark : ConnectorBenchmark<HrHarness>
{
    protected override Task<HrHarness> CreateAsync(CancellationToken cancellation) => Task.FromResult(new HrHarness(HrConnector.CreateFacade));
}

/// <summary>The same in the page shape.</summary>
public class HrPageBenchmark : ConnectorBenchmark<HrHarness>
{
    protected override Task<HrHarness> CreateAsync(CancellationToken cancellation) => Task.FromResult(new HrHarness(HrPageConnector.CreateFacade));
}
