using System.Diagnostics;

namespace Sluice.TestKit.Tests;

/// <summary>What a run of the whole kit costs.</summary>
[NonParallelizable]
public sealed class CostTests
{
    // On two cores that do nothing else it is a few seconds; the bound leaves room for a machine that does.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    [Test]
    public async Task The_whole_kit_takes_less_than_half_a_minute_of_the_processor_and_its_memory_stays_flat()
    {
        var settings = ContractSettings.Default with { Seed = "1", Budget = TimeSpan.FromSeconds(3) };
        await RunAsync();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var took = await RunAsync();
        process.Refresh();
        var used = process.TotalProcessorTime - before;
        await RunAsync();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;

        TestContext.Out.WriteLine($"{took.TotalSeconds:0.0} s, {used.TotalSeconds:0.0} s of the processor, memory {memory / 1_000_000.0:0.0} MB + {grown / 1_000_000.0:0.0} MB");
        Assert.Multiple(() =>
        {
            // Elapsed time depends on who else is at work; the processor's does not.
            Assert.That(used, Is.LessThan(Most));
            Assert.That(grown, Is.LessThan(20_000_000));
        });

        async Task<TimeSpan> RunAsync() =>
            (await new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new LogFacade(source))), settings).RunAsync()).Duration;
    }
}
