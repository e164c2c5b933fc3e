using System.Runtime.CompilerServices;

namespace Sluice.TestKit.Tests;

/// <summary>What the guard of a generated facade finds during a proof is told under the guard's law; the law that it obstructs is not called broken.</summary>
public sealed class GuardedConnectorTests
{
    [Test]
    public async Task A_guard_that_ends_a_run_breaks_its_own_law()
    {
        var runner = new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => BackwardsConnector.CreateFacade(new Services(source)))), ContractSettings.Default);

        var obstructed = await runner.ProveAsync(SyncLawIds.Slc904StopAndResume, ObjectClass.Account);
        var named = await runner.ProveAsync(SyncLawIds.Slc206TokensMoveForward, ObjectClass.Account);

        Assert.That((obstructed.Verdict, obstructed.ObstructedBy), Is.EqualTo((LawVerdict.NotProven, SyncLawIds.Slc206TokensMoveForward)), obstructed.Tell());
        Assert.That(named.Verdict, Is.EqualTo(LawVerdict.Broken), named.Tell());
        Assert.That(named.Tell(), Does.Contain("ended in the facade's guard").And.Contain("delivered").And.Contain(SyncLaws.HelpLink(SyncLawIds.Slc206TokensMoveForward)));
    }

    private sealed class Services(MemorySource source) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(MemorySource) ? source : null;
    }
}

/// <summary>Delivers the changes newest first.</summary>
[Connector("backwards")]
internal sealed partial class BackwardsConnector(MemorySource source)
{
    [LatestSyncToken<Person>]
    public long? Latest()
    {
        using var connection = source.Connect();
        return connection.Newest();
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var connection = source.Connect();
        foreach (var change in (await connection.LogAsync(ObjectClass.Account, after ?? 0, long.MaxValue, int.MaxValue, cancellation)).Reverse())
        {
            yield return change.Object is { } item
                ? SyncDelta.CreateOrUpdate(change.Sequence, ObjectMapping.Of<Person>().FromConnectorObject(item))
                : SyncDelta.Delete<Person>(change.Sequence, change.Uid);
        }
    }
}
