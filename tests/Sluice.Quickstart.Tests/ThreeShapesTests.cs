namespace Sluice.Quickstart.Tests;

/// <summary>Iterator, handler and page say the same, from the beginning, and stopped anywhere.</summary>
public class ThreeShapesTests
{
    private static readonly ObjectClass[] Classes = [ObjectClass.Account, ObjectClass.Group];

    [Test]
    public async Task AllThreeDeliverTheSame([Values(1, 7, 1000)] int pageSize)
    {
        using var folder = await DataFolder.FilledAsync(people: 60, teams: 8, changes: 80);
        foreach (var objectClass in Classes)
        {
            var expected = await AllAsync("iterator", folder, objectClass, pageSize);
            Assert.That(expected, Has.Some.Contains("delete").IgnoreCase, "the test needs tombstones");
            Assert.Multiple(async () =>
            {
                Assert.That(await AllAsync("handler", folder, objectClass, pageSize), Is.EqualTo(expected));
                Assert.That(await AllAsync("page", folder, objectClass, pageSize), Is.EqualTo(expected));
            });
        }
    }

    [Test]
    public async Task StoppedAtEveryIndexAndResumedNothingIsLost(
        [ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape,
        [Values(SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop)] SyncAnswer answer)
    {
        using var folder = await DataFolder.FilledAsync(people: 20, teams: 5, changes: 40);
        await using var connector = Shapes.Connect(shape, folder.Hr, pageSize: 4);
        foreach (var objectClass in Classes)
        {
            var expected = await AllAsync("iterator", folder, objectClass, pageSize: 1000);
            for (var index = 0; index < expected.Count; index++)
            {
                var accepted = new List<string>();
                var first = await connector.SyncAsync(new SyncRun(objectClass, SyncPosition.Beginning), SyncHandler.From(delta =>
                {
                    if (accepted.Count == index && answer == SyncAnswer.RejectAndStop)
                        return answer;
                    accepted.Add(Text(delta));
                    return accepted.Count > index ? answer : SyncAnswer.Continue;
                }));
                Assert.That(first.Acknowledged, Is.EqualTo(accepted.Count));
                await connector.SyncAsync(new SyncRun(objectClass, SyncPosition.Parse(first.Position.ToString())), SyncHandler.From(delta =>
                {
                    accepted.Add(Text(delta));
                    return SyncAnswer.Continue;
                }));
                Assert.That(accepted, Is.EqualTo(expected), $"{objectClass} stopped at {index}");
            }
        }
    }

    [Test]
    public async Task ASyncFromTheLatestTokenBringsWhatComesNext([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        using var folder = await DataFolder.FilledAsync(people: 20, teams: 5, changes: 40);
        await using var connector = Shapes.Connect(shape, folder.Hr);
        var latest = await connector.GetLatestSyncTokenAsync(ObjectClass.Account);
        Assert.That((await connector.SyncAsync(new SyncRun(ObjectClass.Account, latest), SyncHandler.From(_ => SyncAnswer.Continue))).Delivered, Is.Zero);

        await using var editor = Shapes.Connect("iterator", folder.Hr);
        var uid = await editor.CreateAsync(ObjectClass.Account, [new("__NAME__", "new.one"), new("displayName", "New One"), new("department", "Archive"), new("__ENABLE__", true)]);
        var deltas = new List<SyncDelta>();
        await connector.SyncAsync(new SyncRun(ObjectClass.Account, latest), SyncHandler.From(delta =>
        {
            deltas.Add(delta);
            return SyncAnswer.Continue;
        }));
        Assert.That(deltas.Select(delta => delta.Uid), Is.EqualTo(new[] { uid }));
    }

    [Test]
    public async Task AClassThatNeverHadAChangeHasNoPositionButTheBeginning([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        using var folder = await DataFolder.FilledAsync(people: 5, teams: 0, changes: 0);
        await using var connector = Shapes.Connect(shape, folder.Hr);
        var result = await connector.SyncAsync(new SyncRun(ObjectClass.Group, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));

        Assert.That((result.Outcome, result.Position), Is.EqualTo((SyncOutcome.Drained, SyncPosition.Beginning)));
        Assert.That(await connector.GetLatestSyncTokenAsync(ObjectClass.Group), Is.EqualTo(SyncPosition.Beginning));
    }

    [Test]
    public async Task ATokenThatTheDatabaseNeverReachedIsRefused([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        using var folder = await DataFolder.FilledAsync(people: 5, teams: 1, changes: 0);
        await using var connector = Shapes.Connect(shape, folder.Hr);
        var run = new SyncRun(ObjectClass.Account, SyncPosition.After(1_000_000L));
        Assert.That(
            async () => await connector.SyncAsync(run, SyncHandler.From(_ => SyncAnswer.Continue)),
            Throws.TypeOf<SyncTokenExpiredException>().With.Message.Contains("1000000"));
        Assert.That(run.Position, Is.EqualTo(run.From));
    }

    private static async Task<List<string>> AllAsync(string shape, DataFolder folder, ObjectClass objectClass, int pageSize)
    {
        var all = new List<string>();
        await using var connector = Shapes.Connect(shape, folder.Hr, pageSize);
        var result = await connector.SyncAsync(new SyncRun(objectClass, SyncPosition.Beginning), SyncHandler.From(delta =>
        {
            all.Add(Text(delta));
            return SyncAnswer.Continue;
        }));
        Assert.That(result.Outcome, Is.EqualTo(SyncOutcome.Drained));
        return all;
    }

    private static string Text(SyncDelta delta) => ConnectorJson.Default.Serialize(delta);
}
