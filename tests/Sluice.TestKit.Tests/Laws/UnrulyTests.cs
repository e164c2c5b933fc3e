using System.Diagnostics;

namespace Sluice.TestKit.Tests;

/// <summary>A harness that lies, throws or hangs is told apart from a connector that breaks a law, and a connector that never ends from a run that does not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnrulyTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { Seed = "1", StepLimit = TimeSpan.FromSeconds(3), LawLimit = TimeSpan.FromSeconds(40) };

    [Test]
    public async Task A_harness_that_forgets_what_it_was_told_to_write_lies()
    {
        var finding = await ProveAsync(() => new Forgetful());

        Assert.That((finding.Verdict, finding.Reason), Is.EqualTo((LawVerdict.HarnessFault, "The harness was told to write " + Written(finding) + ", but ReadAsync does not tell it.")));
    }

    [Test]
    public async Task A_harness_that_answers_another_class_lies()
    {
        var finding = await ProveAsync(() => new OtherClass());

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault));
        Assert.That(finding.Reason, Does.StartWith("ReadAsync was asked for __ACCOUNT__ and answered "));
    }

    [Test]
    public async Task A_harness_that_throws_is_named_with_its_exception()
    {
        var finding = await ProveAsync(() => new Throwing());

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault));
        Assert.That(finding.Reason, Does.Contain("CreateAsync").And.Contain("InvalidOperationException").And.Contain("The disk is full."));
    }

    [Test]
    public async Task A_harness_that_hangs_has_a_time_limit()
    {
        var watch = Stopwatch.StartNew();

        var finding = await ProveAsync(() => new Hanging());

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.HarnessFault));
        Assert.That(finding.Reason, Does.Contain("CreateAsync").And.Contain("did not come back within 3 s"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(40)));
    }

    [Test]
    public async Task A_harness_that_cannot_be_made_is_a_fault_of_the_harness()
    {
        var runner = new ContractRunner(_ => throw new InvalidOperationException("No server."), Settings);

        var finding = await runner.ProveAsync(SyncLawIds.Slc901LatestMeansNow, ObjectClass.Account);

        Assert.That((finding.Verdict, finding.Reason), Is.EqualTo((LawVerdict.HarnessFault, "Making the harness threw InvalidOperationException: No server.")));
    }

    [TestCase("PageForEver", "does not come back|did not come back")]
    [TestCase("SamePageForEver", "does not seem to end|did not come back")]
    public async Task A_connector_that_never_ends_is_left_behind(string type, string message)
    {
        var mutant = AllMutants.All.Single(mutant => mutant.Type == type);
        var watch = Stopwatch.StartNew();

        var finding = await ProveAsync(mutant.Harness, SyncLawIds.Slc220PageAdvances);

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Broken));
        Assert.That(finding.Reason, Does.Match(message));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(40)));
    }

    private static Task<LawFinding> ProveAsync(Func<IConnectorHarness> create, string law = SyncLawIds.Slc901LatestMeansNow) =>
        new ContractRunner(_ => Task.FromResult(create()), Settings).ProveAsync(law, ObjectClass.Account);

    private static string Written(LawFinding finding) => finding.Reason["The harness was told to write ".Length..finding.Reason.IndexOf(", but", StringComparison.Ordinal)];

    private class Obedient() : MemoryHarness(new(), source => new LogFacade(source));

    private sealed class Forgetful : Obedient
    {
        public override ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new([]);
    }

    private sealed class OtherClass : Obedient
    {
        public override ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) =>
            new([ConnectorObject.Build(ObjectClass.Group, new Uid("g"), new Name("g")).Build()]);
    }

    private sealed class Throwing : Obedient
    {
        public override ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => throw new InvalidOperationException("The disk is full.");
    }

    private sealed class Hanging : Obedient
    {
        // Nor does it look at the cancellation.
        public override ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(new TaskCompletionSource<Uid>().Task);
    }
}
