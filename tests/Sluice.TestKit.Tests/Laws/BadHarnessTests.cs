namespace Sluice.TestKit.Tests;

/// <summary>A harness that throws, hangs or lies is told as such, within a time limit, and never as a broken law.</summary>
public sealed class BadHarnessTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { Stories = 1 };

    [Test]
    public async Task One_that_cannot_be_made() =>
        await FaultAsync(_ => throw new InvalidOperationException("no database"), "Making the harness threw InvalidOperationException: no database");

    [Test]
    public async Task One_whose_write_throws() =>
        await FaultAsync(_ => Writing(_ => throw new InvalidOperationException("disk full")), "CreateAsync of the harness threw InvalidOperationException: disk full");

    [Test]
    public async Task One_whose_write_hangs_and_ignores_cancellation() =>
        await FaultAsync(_ => Writing(_ => new TaskCompletionSource<Uid>().Task), "CreateAsync of the harness did not come back within 2 s", settings: Settings with { StepLimit = TimeSpan.FromSeconds(2) });

    [Test]
    public async Task One_that_does_not_write_what_it_says() =>
        await FaultAsync(_ => Writing(draft => Task.FromResult(new Uid(draft.Key))), "The harness was told to write __ACCOUNT__ uid 'k0001' name 'name0001', but ReadAsync does not tell it");

    [Test]
    public async Task One_that_is_never_made() =>
        await FaultAsync(_ => new TaskCompletionSource<IConnectorHarness>().Task, "Making the harness did not come back within 0.3 s", settings: Settings with { StepLimit = TimeSpan.FromMilliseconds(300) });

    [Test]
    public async Task One_that_is_made_too_late_is_disposed()
    {
        var late = new TaskCompletionSource<IConnectorHarness>();
        var harness = new Disposable(new());
        await FaultAsync(_ => late.Task, "Making the harness did not come back within 0.3 s", settings: Settings with { StepLimit = TimeSpan.FromMilliseconds(300) });

        late.SetResult(harness);

        await harness.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

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
    public async Task One_that_breaks_nothing_proves_nothing()
    {
        foreach (var law in new[] { SyncLawIds.Slc911FaultLosesNothing, SyncLawIds.Slc313ErrorNotSwallowed })
        {
            var finding = await new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new Unbreakable(new())), Settings).ProveAsync(law, ObjectClass.Account);

            Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.NotProven), finding.Tell());
            Assert.That(finding.Reason, Does.StartWith("No run failed, wherever its connection was to break"));
        }
    }

    [Test]
    public async Task A_run_without_any_facade_ends_with_a_card()
    {
        var card = await new ContractRunner(_ => throw new InvalidOperationException("no database"), Settings).RunAsync();

        Assert.That(card.Passed, Is.False);
        Assert.That(card.Findings, Is.Not.Empty.And.All.Matches<LawFinding>(finding => finding?.Verdict == LawVerdict.HarnessFault));
    }

    private static Task<IConnectorHarness> Writing(Func<ObjectDraft, Task<Uid>> create) => Task.FromResult<IConnectorHarness>(new Writer(create));

    private static async Task FaultAsync(Func<CancellationToken, Task<IConnectorHarness>> create, string reason, string lawId = SyncLawIds.Slc901LatestMeansNow, ContractSettings? settings = null)
    {
        var finding = await new ContractRunner(create, settings ?? Settings).ProveAsync(lawId, ObjectClass.Account);

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault), finding.Tell());
        Assert.That(finding.Reason, Does.StartWith(reason));
    }

    private sealed class Writer(Func<ObjectDraft, Task<Uid>> create) : MemoryHarness(new(), source => new LogFacade(source))
    {
        public override ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(create(draft));
    }

    private sealed class Unbreakable(MemorySource source) : MemoryHarness(source, opened => new LogFacade(opened))
    {
        public override ValueTask BreakAfterAsync(int reads, CancellationToken cancellation) => ValueTask.CompletedTask;
    }

    private sealed class Disposable(MemorySource source) : MemoryHarness(source, opened => new LogFacade(opened))
    {
        public TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ValueTask DisposeAsync()
        {
            Disposed.TrySetResult();
            return base.DisposeAsync();
        }
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
