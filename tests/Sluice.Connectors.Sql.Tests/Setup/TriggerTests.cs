namespace Sluice.Connectors.Sql.Tests;

/// <summary>A change log is as complete as the triggers that write it: a table without them is refused, not read as if nothing changed.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class TriggerTests(SqlProvider provider)
{
    private TestDatabase _database = null!;

    private bool IsSqlite => provider == SqlProvider.Sqlite;

    [SetUp]
    public async Task SetUpAsync() => _database = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task TearDownAsync() => await _database.DisposeAsync();

    [Test]
    public async Task A_class_that_was_added_without_the_script_is_refused()
    {
        await _database.SetUpPeopleAsync(People.Class());
        await _database.ExecuteAsync("CREATE TABLE other (id integer PRIMARY KEY)");
        await using var facade = SqlConnector.CreateFacade(_database.Configure(new SqlClass { Class = "other", Table = "other", Key = ["id"] }));

        Assert.That(async () => await facade.TestConnectionAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("'other'").And.Message.Contains("SqlSetup.Script"));
    }

    [Test]
    public async Task A_table_that_lost_its_triggers_is_refused_until_the_script_is_run_again([Values("dropped", "rebuilt", "disabled")] string how, [Values(null, "changed")] string? changed)
    {
        Assume.That(how, Is.Not.EqualTo(IsSqlite ? "disabled" : "rebuilt"), "the other database's way");
        var configuration = await _database.SetUpPeopleAsync(People.Class(changed));
        await using var facade = SqlConnector.CreateFacade(configuration);
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync(how switch
        {
            "rebuilt" => ["ALTER TABLE person RENAME TO old", People.Table(provider), "DROP TABLE old"], // as tools for migrations do
            "disabled" => ["ALTER TABLE person DISABLE TRIGGER ALL"],
            _ => [IsSqlite ? "DROP TRIGGER sluice_update_person" : $"DROP TRIGGER sluice_{changed ?? "truncate"}_person ON person"],
        });

        await Assert.ThrowsAsync<ConnectorException>(() => Recorded.RunAsync(facade, start));
        await _database.ExecuteAsync([.. SqlSetup.Statements(configuration)]);
        await _database.AddAsync("a");
        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("a"));
    }

    [Test]
    public async Task A_view_without_its_log_source_is_refused()
    {
        await _database.SetUpPeopleAsync(People.Class());
        await _database.ExecuteAsync("CREATE VIEW adult AS SELECT id, login FROM person WHERE age >= 18");
        await using var facade = SqlConnector.CreateFacade(_database.Configure(new SqlClass { Class = ObjectClasses.Account, Table = "adult", Key = ["id"] }));

        Assert.That(async () => await facade.GetLatestSyncTokenAsync(ObjectClass.Account), Throws.InstanceOf<ConnectorException>().With.Message.Contains("LogSource"));
    }

    /// <summary>PostgreSQL cuts the names of the triggers.</summary>
    [TestCase(null)]
    [TestCase("changed")]
    public async Task The_triggers_of_a_table_with_a_long_name_are_found(string? changed)
    {
        var name = new string('ä', 30);
        await _database.ExecuteAsync($"CREATE TABLE {name} (id text PRIMARY KEY{(IsSqlite ? ", changed INTEGER NOT NULL DEFAULT 0" : "")})");
        await using var facade = SqlConnector.CreateFacade(await _database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = name, Key = ["id"], Changed = changed }));
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync($"INSERT INTO {name} (id) VALUES ('a')");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("a"));
    }

    [Test]
    public async Task A_log_that_is_a_view_is_written_by_whoever_made_it()
    {
        await _database.SetUpPeopleAsync(People.Class());
        await _database.ExecuteAsync(["CREATE VIEW own AS SELECT * FROM sluice_change", .. IsSqlite
            ? new[] { "insert", "update", "delete" }.Select(what => $"DROP TRIGGER sluice_{what}_person")
            : new[] { "log", "truncate" }.Select(what => $"DROP TRIGGER sluice_{what}_person ON person")]);
        await using var facade = SqlConnector.CreateFacade(_database.Configure(new SqlClass { Class = ObjectClasses.Account, Table = "person", Key = ["id"], Log = "own" }));
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.AddAsync("a");
        await _database.ExecuteAsync("INSERT INTO sluice_change (source, operation, key) VALUES ('person', 'I', 'a')");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("a"));
    }

    /// <summary>SQLite runs no triggers for the rows that REPLACE removes, unless a connection asks for it.</summary>
    [TestCase(true, "-a b")]
    [TestCase(false, "b")]
    public async Task What_REPLACE_removes_is_told_where_triggers_are_recursive(bool recursive, string told)
    {
        Assume.That(IsSqlite, "PostgreSQL has no REPLACE");
        await using var facade = SqlConnector.CreateFacade(await _database.SetUpPeopleAsync(People.Class()));
        await _database.ExecuteAsync("CREATE UNIQUE INDEX one_login ON person (login)", "INSERT INTO person (id, login) VALUES ('a', 'anna')");
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync($"PRAGMA recursive_triggers = {recursive}", "REPLACE INTO person (id, login) VALUES ('b', 'anna')");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo(told));
    }

    /// <summary>Logical replication applies changes in a session of this role, in which ordinary triggers rest.</summary>
    [TestCase(null)]
    [TestCase("changed")]
    public async Task What_replication_applies_is_told_too(string? changed)
    {
        Assume.That(IsSqlite, Is.False, "SQLite has no replication");
        await using var facade = SqlConnector.CreateFacade(await _database.SetUpPeopleAsync(People.Class(changed)));
        await _database.AddAsync("a");
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync("SET session_replication_role = replica; UPDATE person SET age = 1; RESET session_replication_role");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("a"));
    }
}
