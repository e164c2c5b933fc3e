namespace Sluice.TestKit.Tests;

/// <summary>What a failed test prints.</summary>
public sealed class StoryTests
{
    [Test]
    public async Task A_broken_law_tells_what_was_written_delivered_and_missing_with_the_token_at_each_step_and_the_page_of_the_law()
    {
        var runner = new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new SkipsWhatWasRejected(source))));

        var finding = await runner.ProveAsync(SyncLawIds.Slc904StopAndResume, ObjectClass.Account);

        var told = finding.Tell();
        Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Broken), told);
        Assert.That(told.Split('\n')[..4], Is.EqualTo(new[]
        {
            "SLC904 (__ACCOUNT__): A run stopped after 0 accepted changes at after:text:s1/5. A run from there lost 1 of 10 changes.",
            "The law: Stopping at any delta and resuming from the returned token loses nothing and repeats at most one token group.",
            "If it is broken: Bounded runs lose changes.",
            "The story:",
        }));
        Assert.That(told, Does.Contain("\n  wrote      create __ACCOUNT__ uid 'k0001' name 'name0001'\n"));
        Assert.That(told, Does.Contain("\n  asked      sync of __ACCOUNT__ from after:text:s1/4\n  delivered  Create __ACCOUNT__ uid 'k0005' name 'name0005', token text:s1/5\n  answered   not done, stop (RejectAndStop)\n  position   Rejected, position after:text:s1/5\n"));
        Assert.That(told, Does.Contain("\n  MISSING    Create __ACCOUNT__ uid 'k0005' name 'name0005', token text:s1/5\n"));
        Assert.That(told, Does.EndWith("\n" + SyncLaws.HelpLink(SyncLawIds.Slc904StopAndResume)));
    }

    private sealed class SkipsWhatWasRejected(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta delta) => SyncPosition.After(delta.Token);
    }
}
