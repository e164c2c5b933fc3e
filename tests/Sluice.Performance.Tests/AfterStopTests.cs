using Sluice.Benchmarks;

namespace Sluice.Performance.Tests;

/// <summary>A source builds nothing that nobody wants: none after the delta at which the handler stopped.</summary>
internal sealed class AfterStopTests
{
    private const int Wanted = 10;

    [TestCase(SyncAnswer.AcceptAndStop)]
    [TestCase(SyncAnswer.RejectAndStop)]
    public void No_delta_is_built_after_the_handler_stopped(SyncAnswer answer)
    {
        var connector = new CountingSource();
        var seen = 0;

        CountingConnector.CreateFacade(connector).Person.Sync(
            new SyncRun(ObjectClass.Account, SyncPosition.Beginning),
            SyncHandler.From<Person>(_ => ++seen < Wanted ? SyncAnswer.Continue : answer));

        Assert.That(connector.Built, Is.EqualTo(Wanted));
    }
}

/// <summary>Counts what is built.</summary>
internal sealed class CountingSource : IServiceProvider
{
    public int Built { get; set; }

    public object? GetService(Type serviceType) => serviceType == typeof(CountingSource) ? this : null;
}

[Connector("performance-counting")]
internal sealed partial class CountingConnector(CountingSource source)
{
    [LatestSyncToken<Person>]
#pragma warning disable SLC217 // this source never changes
    public static long? Latest() => 100;
#pragma warning restore SLC217

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        for (var token = (after ?? 0) + 1; token <= 100; token++)
        {
            source.Built++;
            yield return SyncDelta.CreateOrUpdate(token, Person.Number((int)token));
        }
    }
}
