using Quickstart;

namespace Sluice.Quickstart.Tests;

/// <summary>What the connector can do beside syncing.</summary>
public class HrConnectorTests
{
    private DataFolder _folder = null!;
    private HrConnector.Facade _connector = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _folder = await DataFolder.FilledAsync(people: 80, teams: 4, changes: 20);
        _connector = HrConnector.CreateFacade(new HrConfiguration { DataSource = _folder.Hr, PageSize = 9 });
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        await _connector.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task APersonIsCreatedReadChangedAndDeleted()
    {
        var uid = await _connector.Person.CreateAsync(new Person("", "ann.one", "Ann One", null, "Garden", Enabled: true));
        Assert.That(await _connector.Person.GetAsync(uid), Is.EqualTo(new Person(uid.Value, "ann.one", "Ann One", null, "Garden", Enabled: true)));

        await _connector.Person.UpdateAsync(uid, ObjectPatch.Build().Set("mail", "ann@hr.example").Set(AttributeNames.Enabled, false).Build());
        Assert.That(await _connector.Person.GetAsync(uid), Is.EqualTo(new Person(uid.Value, "ann.one", "Ann One", "ann@hr.example", "Garden", Enabled: false)));

        await _connector.Person.UpdateAsync(uid, ObjectPatch.Build().Clear("mail").Build());
        Assert.That((await _connector.Person.GetAsync(uid))!.Mail, Is.Null);

        await _connector.Person.DeleteAsync(uid);
        Assert.That(await _connector.Person.GetAsync(uid), Is.Null);
        Assert.That(async () => await _connector.Person.DeleteAsync(uid), Throws.TypeOf<UnknownUidException>());
        Assert.That(async () => await _connector.Person.UpdateAsync(uid, ObjectPatch.Build().Clear("mail").Build()), Throws.TypeOf<UnknownUidException>());
    }

    [Test]
    public async Task MembersAreSetAddedRemovedAndCleared()
    {
        var people = (await Listing.OfAsync(_connector.Person.SearchAsync())).ConvertAll(person => person.Id);
        var uid = await _connector.Team.CreateAsync(new Team("", "Bell ringers", null, [people[0], people[1]]));
        Assert.That(await MembersAsync(), Is.EquivalentTo(people.Take(2)));

        await _connector.Team.UpdateAsync(uid, ObjectPatch.Build().AddValues("members", new[] { people[2], people[0] }).RemoveValues("members", new[] { people[1] }).Build());
        Assert.That(await MembersAsync(), Is.EquivalentTo(new[] { people[0], people[2] }));

        await _connector.Team.UpdateAsync(uid, ObjectPatch.Build().Set("members", new[] { people[5] }).Build());
        Assert.That(await MembersAsync(), Is.EquivalentTo(new[] { people[5] }));

        await _connector.Team.UpdateAsync(uid, ObjectPatch.Build().Set("description", "On Sundays").Build());
        Assert.That(await MembersAsync(), Is.EquivalentTo(new[] { people[5] }), "what a patch does not name stays");

        await _connector.Team.UpdateAsync(uid, ObjectPatch.Build().Set("members", Array.Empty<string>()).Clear("description").Build());
        Assert.That(await MembersAsync(), Is.Empty);

        Assert.That(
            async () => await _connector.Team.UpdateAsync(uid, ObjectPatch.Build().Set("members", new[] { "nobody" }).Build()),
            Throws.TypeOf<InvalidAttributeValueException>());

        async Task<IReadOnlyList<string>> MembersAsync() => (await _connector.Team.GetAsync(uid))!.Members;
    }

    [Test]
    public async Task ANameIsGivenOnce()
    {
        var known = (await Listing.OfAsync(_connector.Person.SearchAsync()))[0];
        Assert.That(async () => await _connector.Person.CreateAsync(known with { Id = "" }), Throws.TypeOf<AlreadyExistsException>());
    }

    [Test]
    public async Task DismissingSomebodyChangesTheTeam()
    {
        var person = await _connector.Person.CreateAsync(new Person("", "ann.one", "Ann One", null, "Garden", Enabled: true));
        var team = await _connector.Team.CreateAsync(new Team("", "Bell ringers", null, [person.Value]));
        var latest = await _connector.GetLatestSyncTokenAsync(ObjectClass.Group);
        await _connector.Person.DeleteAsync(person);
        var deltas = new List<SyncDelta>();
        await _connector.SyncAsync(new SyncRun(ObjectClass.Group, latest), SyncHandler.From(delta =>
        {
            deltas.Add(delta);
            return SyncAnswer.Continue;
        }));
        Assert.That(deltas.Select(delta => (delta.Uid, delta.Object?.GetValues("members").Count)), Is.EqualTo(new (Uid, int?)[] { (team, 0) }));
    }

    [Test]
    public async Task ADeletedTeamLeavesATombstoneOnly()
    {
        var person = (await Listing.OfAsync(_connector.Person.SearchAsync()))[0].Id;
        var team = await _connector.Team.CreateAsync(new Team("", "Bell ringers", null, [person]));
        var latest = await _connector.GetLatestSyncTokenAsync(ObjectClass.Group);
        await _connector.Team.DeleteAsync(team);
        var deltas = new List<string>();
        await _connector.SyncAsync(new SyncRun(ObjectClass.Group, latest), SyncHandler.From(delta =>
        {
            deltas.Add($"{delta.Type} {delta.Uid}");
            return SyncAnswer.Continue;
        }));
        Assert.That(deltas, Is.EqualTo(new[] { $"Delete {team}" }));
    }

    [Test]
    public async Task ADatabaseThatVanishesEndsTheRunAtASafePosition([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        await using var connector = Shapes.Connect(shape, _folder.Hr, pageSize: 9);
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var seen = 0;
        Assert.That(
            async () => await connector.SyncAsync(run, SyncHandler.From(_ =>
            {
                if (++seen == 12)
                    File.Move(_folder.Hr, _folder.Hr + ".away");
                return SyncAnswer.Continue;
            })),
            Throws.TypeOf<ConnectionFailedException>().With.Message.Contains("not there"));
        Assert.That(run.Acknowledged, Is.EqualTo(18), "two pages had been read");

        File.Move(_folder.Hr + ".away", _folder.Hr);
        var rest = await connector.SyncAsync(new SyncRun(ObjectClass.Account, run.Position), SyncHandler.From(_ => SyncAnswer.Continue));
        var all = await connector.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));
        Assert.That(run.Acknowledged + rest.Delivered, Is.EqualTo(all.Delivered));
    }
}
