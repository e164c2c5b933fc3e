namespace Sluice.Connectors.Sql.Tests;

/// <summary>Who writes a changed column: the triggers, or the application.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class ChangedColumnTests(SqlProvider provider)
{
    /// <summary>A column of the application's own beside classes that were set up, so that the counter is there.</summary>
    [Test]
    public async Task A_column_of_the_application_is_read_as_it_is_and_never_written()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync(People.Table(provider), "CREATE TABLE stamped (id text PRIMARY KEY, stamp bigint NOT NULL)");
        var other = new SqlClass { Class = "other", Table = "person", Key = ["id"], Name = "login" };
        var stamped = new SqlClass { Class = ObjectClasses.Account, Table = "stamped", Key = ["id"], Changed = "stamp", LosesLateCommits = true };
        var configuration = await database.SetUpAsync(other, stamped);
        await using var facade = SqlConnector.CreateFacade(configuration);
        await database.ExecuteAsync("INSERT INTO stamped VALUES ('a', 1000)");

        var first = await Recorded.RunAsync(facade, SyncPosition.Beginning);
        await database.ExecuteAsync("INSERT INTO stamped VALUES ('b', 2000)", "UPDATE stamped SET stamp = 3000 WHERE id = 'a'");
        var next = await Recorded.RunAsync(facade, first.Position);

        Assert.That((first.Told, next.Told), Is.EqualTo(("a", "b a")));
        Assert.That((await database.QueryAsync("SELECT stamp FROM stamped ORDER BY id")).Select(row => row[0]), Is.EqualTo(new object[] { 3000L, 2000L }));
        Assert.That(SqlSetup.Script(configuration), Does.Not.Contain("stamped"));
    }

    /// <summary>As an application does that reads a whole row, and later writes it back.</summary>
    [Test]
    public async Task An_old_value_that_is_written_back_is_a_change([Values] bool recursive)
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.Sqlite), "PostgreSQL's trigger writes the column before the row is stored");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpPeopleAsync(People.Class("changed")));
        await database.AddAsync("a", "b");
        var old = (await database.QueryAsync("SELECT changed FROM person WHERE id = 'a'"))[0][0];
        await database.ExecuteAsync("UPDATE person SET age = 1");
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;

        await database.ExecuteAsync($"PRAGMA recursive_triggers = {recursive}", $"UPDATE person SET age = 2, changed = {old} WHERE id = 'a'");
        var next = await Recorded.RunAsync(facade, start);
        await database.ExecuteAsync($"PRAGMA recursive_triggers = {recursive}", "UPDATE person SET age = 3, changed = (SELECT counter + 1 FROM sluice_source) WHERE id = 'b'");

        Assert.That((next.Told, (await Recorded.RunAsync(facade, next.Position)).Told), Is.EqualTo(("a", "b")));
    }
}
