namespace Sluice.TestKit.Tests;

/// <summary>For which hosts a connector is safe depends on what its tokens promise.</summary>
public sealed class HostTests
{
    [Test]
    public async Task A_token_for_each_delta_is_safe_everywhere()
    {
        foreach (var host in HostProfile.All)
        {
            var finding = await TryAsync(source => new LogFacade(source), host);

            Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Proven), finding.Tell());
        }
    }

    [Test]
    public async Task A_token_for_a_group_loses_changes_with_a_host_that_keeps_the_last_delta_s()
    {
        var safe = await TryAsync(source => new CommitFacade(source), HostProfile.SafePosition);
        var unsafeHost = await TryAsync(source => new CommitFacade(source), HostProfile.DeltaTokenOnly);

        Assert.That(safe.Verdict, Is.EqualTo(LawVerdict.Proven), safe.Tell());
        Assert.That(unsafeHost.Verdict, Is.EqualTo(LawVerdict.Broken), unsafeHost.Tell());
        Assert.That(unsafeHost.Story!.Steps.Select(step => step.Kind), Has.Some.EqualTo(StoryStepKind.Missing));
    }

    [Test]
    public async Task A_position_that_is_newer_than_what_was_accepted_is_safe_for_no_host_that_uses_it()
    {
        var finding = await TryAsync(source => new NewestAfterStop(source), HostProfile.SafePosition);

        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Broken), finding.Tell());
    }

    private static Task<HostFinding> TryAsync(Func<MemorySource, IConnectorFacade> open, HostProfile host) =>
        new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryHarness(new(), open))).TryHostAsync(host, ObjectClass.Account);

    private sealed class NewestAfterStop(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta delta)
        {
            using var connection = Source.Connect();
            return SyncPosition.After(Format(new(Source.Identity, connection.Newest())));
        }
    }
}
