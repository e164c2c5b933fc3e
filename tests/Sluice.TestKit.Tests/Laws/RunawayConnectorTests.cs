namespace Sluice.TestKit.Tests;

/// <summary>A connector that never ends, or floods, is left behind; the run of the kit goes on and says which law it is.</summary>
public sealed class RunawayConnectorTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { StepLimit = TimeSpan.FromSeconds(1), Hosts = [], Stories = 3 };

    [Test]
    public async Task One_that_waits_for_ever_and_ignores_cancellation() =>
        await EndsAsync(source => new Runaway(source, (_, _) => new TaskCompletionSource<SyncResult>().Task), "Hang: ");

    [Test]
    public async Task One_that_blocks_its_thread() =>
        await EndsAsync(
            source => new Runaway(source, static (_, _) =>
            {
                using var never = new ManualResetEventSlim();
                never.Wait(CancellationToken.None);
                return Task.FromResult<SyncResult>(default);
            }),
            "Hang: ");

    [Test]
    public async Task One_that_delivers_without_end() =>
        await EndsAsync(
            source => new Runaway(source, static async (run, handler) =>
            {
                for (long number = 1; ; number++)
                    await handler.HandleAsync(SyncDelta.Delete(number, ObjectClass.Account, "again"), CancellationToken.None);
            }),
            "The run delivered more than");

    [Test]
    public async Task A_law_that_takes_too_long_is_not_proven_and_says_so()
    {
        var settings = Settings with { LawLimit = TimeSpan.FromMilliseconds(100), StepLimit = TimeSpan.FromMinutes(1) };
        var runner = new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new Runaway(source, (_, _) => new TaskCompletionSource<SyncResult>().Task))), settings);

        var finding = await runner.ProveAsync(SyncLawIds.Slc901LatestMeansNow, ObjectClass.Account);

        Assert.That((finding.Verdict, finding.Reason), Is.EqualTo((LawVerdict.NotProven, "The proof did not end within 0 s; raise ContractSettings.LawLimit, or see where the story stands still.")));
    }

    private static async Task EndsAsync(Func<MemorySource, IConnectorFacade> open, string reason)
    {
        var laws = new[] { SyncLawIds.Slc220PageAdvances, SyncLawIds.Slc901LatestMeansNow, SyncLawIds.Slc904StopAndResume };
        var runner = new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), open)), Settings with { Laws = laws });

        var card = await runner.RunAsync([ObjectClass.Account]);

        var findings = card.Findings.Where(finding => !finding.ObjectClass.IsAll).ToList();
        Assert.That(findings.Select(finding => (finding.LawId, finding.Verdict)), Is.EqualTo(new[]
        {
            (laws[0], LawVerdict.Broken),
            (laws[1], LawVerdict.NotProven),
            (laws[2], LawVerdict.NotProven),
        }), string.Join('\n', findings.Select(finding => finding.Tell())));
        Assert.That(findings[0].Reason, Does.StartWith(reason));
        Assert.That(findings[1].ObstructedBy, Is.EqualTo(laws[0]));
    }

    private sealed class Runaway(MemorySource source, Func<SyncRun, IAsyncSyncHandler, Task<SyncResult>> sync) : LogFacade(source)
    {
        public override async ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default) => await sync(run, handler);
    }
}
