namespace Sluice.TestKit.Tests;

/// <summary>What else a harness may get wrong is told as its fault too, within a time limit.</summary>
public sealed class BadHarnessTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { Stories = 1 };

    [Test]
    public async Task One_that_is_never_made() =>
        await FaultAsync(_ => new TaskCompletionSource<IConnectorHarness>().Task, "Making the harness did not come back within 0.3 s", settings: Settings with { StepLimit = TimeSpan.FromMilliseconds(300) });

    [Test]
    public async Task One_that_is_null() =>
        await FaultAsync(_ => Task.FromResult<IConnectorHarness>(null!), "Making the harness gave null");

    [Test]
    public async Task One_that_cannot_open_a_facade() =>
        await FaultAsync(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), _ => throw new InvalidOperationException("no facade"))), "OpenAsync of the harness threw InvalidOperationException: no facade");

    [Test]
    public async Task One_that_still_tells_what_it_deleted() =>
        await FaultAsync(_ => Task.FromResult<IConnectorHarness>(new Nostalgic(new())), "The harness was told to delete __ACCOUNT__", SyncLawIds.Slc905DeletesAreSeen);

    [Test]
    public async Task A_run_without_any_facade_ends_with_a_card()
    {
        var card = await new ContractRunner(_ => throw new InvalidOperationException("no database"), Settings).RunAsync();

        Assert.That(card.Passed, Is.False);
        Assert.That(card.Findings, Is.Not.Empty.And.All.Matches<LawFinding>(finding => finding?.Verdict == LawVerdict.HarnessFault));
    }

    private static async Task FaultAsync(Func<CancellationToken, Task<IConnectorHarness>> create, string reason, string lawId = SyncLawIds.Slc901LatestMeansNow, ContractSettings? settings = null)
    {
        var finding = await new ContractRunner(create, settings ?? Settings).ProveAsync(lawId, ObjectClass.Account);

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault), finding.Tell());
        Assert.That(finding.Reason, Does.StartWith(reason));
    }

    private sealed class Nostalgic(MemorySource source) : MemoryHarness(source, opened => new LogFacade(opened))
    {
        private readonly List<ConnectorObject> _deleted = [];

        public override ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
        {
            _deleted.AddRange(Source.Truth(objectClass).Where(item => item.Uid == uid));
            return base.DeleteAsync(objectClass, uid, cancellation);
        }

        public override ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) =>
            new([.. _deleted.Where(item => item.ObjectClass == objectClass), .. Source.Truth(objectClass)]);
    }
}
