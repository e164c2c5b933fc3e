using Sluice;

namespace SampleConnector.Tests;

/// <summary>What a host relies on, asked through the generated facade.</summary>
public sealed class PeopleConnectorTests
{
    private string _changeLog = "";

    [SetUp]
    public void WriteChangeLog()
    {
        _changeLog = Path.GetTempFileName();
        File.WriteAllLines(_changeLog,
        [
            "1;set;p1;anna;anna@example.com;true",
            "2;set;p2;bruno;;true",
            "3;set;p1;anna;anna@example.org;false",
            "4;delete;p2",
        ]);
    }

    [TearDown]
    public void DeleteChangeLog() => File.Delete(_changeLog);

    [Test]
    public async Task A_sync_from_the_beginning_delivers_every_change_in_order()
    {
        await using var facade = CreateFacade();

        var (deltas, result) = await Sync(facade, SyncPosition.Beginning, stopAfter: int.MaxValue);

        Assert.That(deltas, Is.EqualTo(new[] { "CreateOrUpdate p1", "CreateOrUpdate p2", "CreateOrUpdate p1", "Delete p2" }));
        Assert.That(result.Position, Is.EqualTo(SyncPosition.After(4L)));
    }

    [Test]
    public async Task Nothing_is_lost_or_repeated_when_the_host_stops_and_resumes([Range(1, 4)] int stopAfter)
    {
        await using var facade = CreateFacade();

        var (before, stopped) = await Sync(facade, SyncPosition.Beginning, stopAfter);
        var (after, _) = await Sync(facade, stopped.Position, stopAfter: int.MaxValue);

        Assert.That(before.Concat(after), Is.EqualTo(new[] { "CreateOrUpdate p1", "CreateOrUpdate p2", "CreateOrUpdate p1", "Delete p2" }));
    }

    [Test]
    public async Task From_the_latest_token_only_later_changes_are_heard_of()
    {
        await using var facade = CreateFacade();
        var latest = await facade.GetLatestSyncTokenAsync(ObjectClass.Account);
        await File.AppendAllLinesAsync(_changeLog, ["5;set;p3;clara;;true"]);

        var (deltas, _) = await Sync(facade, latest, stopAfter: int.MaxValue);

        Assert.That(deltas, Is.EqualTo(new[] { "CreateOrUpdate p3" }));
    }

    private IConnectorFacade CreateFacade() => PeopleConnector.CreateFacade(new PeopleConfiguration { ChangeLog = _changeLog });

    private static async Task<(List<string> Deltas, SyncResult Result)> Sync(IConnectorFacade facade, SyncPosition from, int stopAfter)
    {
        var deltas = new List<string>();
        var result = await facade.SyncAsync(new SyncRun(ObjectClass.Account, from), SyncHandler.From(delta =>
        {
            deltas.Add($"{delta.Type} {delta.Uid}");
            return deltas.Count < stopAfter ? SyncAnswer.Continue : SyncAnswer.AcceptAndStop;
        }));

        return (deltas, result);
    }
}
