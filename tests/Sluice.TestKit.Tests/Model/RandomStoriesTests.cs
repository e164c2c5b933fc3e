namespace Sluice.TestKit.Tests;

/// <summary>A random story that goes wrong is told at its shortest, and again from its seed.</summary>
public sealed class RandomStoriesTests
{
    private static readonly ContractSettings Settings = ContractSettings.Default with { Seed = "7" };

    [Test]
    public async Task The_shortest_story_is_told_and_its_seed_tells_it_again()
    {
        var first = await ProveAsync(Settings);
        var again = await ProveAsync(Settings with { Seed = first.Seed });

        Assert.That(first.Verdict, Is.EqualTo(LawVerdict.Broken), first.Tell());
        Assert.That(first.Seed, Does.Match("^7:[0-9]+:[0-9]+$"));
        Assert.That(again.Story!.ToString(), Is.EqualTo(first.Story!.ToString()));
        Assert.That(first.Tell(), Does.Contain("SLUICE_CONTRACT_SEED=" + first.Seed));

        // Two writes, a sync that rejects, a sync: no act of it can be left out.
        Assert.That(first.Story.Steps.Count(step => step.Kind == StoryStepKind.Wrote), Is.LessThanOrEqualTo(3), first.Tell());
        Assert.That(first.Story.Steps.Count(step => step.Kind == StoryStepKind.Asked), Is.LessThanOrEqualTo(3), first.Tell());
    }

    [Test]
    public void The_same_seed_invents_the_same_stories()
    {
        var kinds = new[] { (1, StoryActKind.Create), (2, StoryActKind.Sync) };

        var first = new RandomStories(kinds, "1", "x").Invent(3, 20);
        var again = new RandomStories(kinds, "1", "x").Invent(3, 20);
        var other = new RandomStories(kinds, "2", "x").Invent(3, 20);

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    private static Task<LawFinding> ProveAsync(ContractSettings settings) =>
        new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new AcceptsWhatWasRejected(source))), settings)
            .ProveAsync(SyncLawIds.Slc912InterleavingsConverge, ObjectClass.Account);

    private sealed class AcceptsWhatWasRejected(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta delta) => SyncPosition.After(delta.Token);
    }
}
