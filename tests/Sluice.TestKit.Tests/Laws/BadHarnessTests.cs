namespace Sluice.TestKit.Tests;

/// <summary>A harness that throws, hangs or lies is told as such, within a time limit, and never as a broken law.</summary>
public sealed class BadHarnessTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { StepLimit = TimeSpan.FromMilliseconds(300) };

    [Test]
    public async Task One_that_cannot_be_made() =>
        await FaultAsync(_ => throw new InvalidOperationException("no database"), "Making the harness threw InvalidOperationException: no database");

    [Test]
    public async Task One_that_is_never_made() =>
        await FaultAsync(_ => new TaskCompletionSource<IConnectorHarness>().Task, "Making the harness did not come back within 0.3 s");

    [Test]
    public async Task One_that_is_null() =>
        await FaultAsync(_ => Task.FromResult<IConnectorHarness>(null!), "Making the harness gave null");

    [Test]
    public async Task One_that_cannot_open_a_facade() =>
        await FaultAsync(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), _ => throw new InvalidOperationException("no facade"))), "OpenAsync of the harness threw InvalidOperationException: no facade");

    [Test]
    public async Task One_whose_write_throws() =>
        await FaultAsync(_ => Bad(source => new(source) { Create = _ => throw new InvalidOperationException("disk full") }), "CreateAsync of the harness threw InvalidOperationException: disk full");

    [Test]
    public async Task One_whose_write_hangs() =>
        await FaultAsync(_ => Bad(source => new(source) { Create = _ => new TaskCompletionSource<Uid>().Task }), "CreateAsync of the harness did not come back");

    [Test]
    public async Task One_that_does_not_write_what_it_says() =>
        await FaultAsync(_ => Bad(source => new(source) { Create = draft => Task.FromResult(new Uid(draft.Key)) }), "The harness was told to write __ACCOUNT__ uid 'k0001' name 'name0001', but ReadAsync does not tell it");

    [Test]
    public async Task One_that_still_tells_what_it_deleted() =>
        await FaultAsync(_ => Bad(source => new(source) { Delete = _ => Task.CompletedTask }), "The harness was told to delete __ACCOUNT__", SyncLawIds.Slc905DeletesAreSeen);

    [Test]
    public async Task A_run_without_any_facade_ends_with_a_card()
    {
        var card = await new ContractRunner(_ => throw new InvalidOperationException("no database"), Settings).RunAsync();

        Assert.That(card.Passed, Is.False);
        Assert.That(card.Findings, Is.Not.Empty.And.All.Matches<LawFinding>(finding => finding?.Verdict == LawVerdict.HarnessFault));
    }

    private static Task<IConnectorHarness> Bad(Func<MemorySource, BadHarness> make) => Task.FromResult<IConnectorHarness>(make(new()));

    private static async Task FaultAsync(Func<CancellationToken, Task<IConnectorHarness>> create, string reason, string lawId = SyncLawIds.Slc901LatestMeansNow)
    {
        var finding = await new ContractRunner(create, Settings).ProveAsync(lawId, ObjectClass.Account);

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault), finding.Tell());
        Assert.That(finding.Reason, Does.StartWith(reason));
    }

    private sealed class BadHarness(MemorySource source) : IConnectorHarness
    {
        public Func<ObjectDraft, Task<Uid>>? Create { get; init; }

        public Func<Uid, Task>? Delete { get; init; }

        public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(new LogFacade(source));

        public ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => Create is null ? new(source.Create(draft)) : new(Create(draft));

        public ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation) => new(source.Change(uid, draft));

        public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
        {
            if (Delete is not null)
                return new(Delete(uid));
            source.Delete(objectClass, uid);
            return ValueTask.CompletedTask;
        }

        public ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new(source.Truth(objectClass));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
