namespace Sluice.Connectors.Sql.Tests;

/// <summary>What only a change log can tell.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class ChangeLogTests(SqlProvider provider)
{
    private TestDatabase _database = null!;
    private SqlConfiguration _configuration = null!;
    private SqlConnector.Facade _facade = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _configuration = await _database.SetUpPeopleAsync(People.Class());
        _facade = SqlConnector.CreateFacade(_configuration);
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _facade.DisposeAsync();
        await _database.DisposeAsync();
    }

    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'", "a>z")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'; UPDATE person SET age = 1 WHERE id = 'z'", "a>z z")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'; DELETE FROM person WHERE id = 'z'", "-a -z")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'; INSERT INTO person (id, login) VALUES ('a', 'new')", "a>z a")]
    [TestCase("INSERT INTO person (id, login) VALUES ('n', 'n'); DELETE FROM person WHERE id = 'n'", "-n")]
    [TestCase("UPDATE person SET id = 'y' WHERE id = 'a'; UPDATE person SET id = 'z' WHERE id = 'y'", "a>z y>z")]
    [TestCase("UPDATE person SET id = 'x' WHERE id = 'a'; UPDATE person SET id = 'y' WHERE id = 'x'; UPDATE person SET id = 'z' WHERE id = 'y'", "a>z x>z y>z")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'; UPDATE person SET id = 'a' WHERE id = 'z'", "a z>a")]
    [TestCase("UPDATE person SET id = 'y' WHERE id = 'a'; UPDATE person SET id = 'z' WHERE id = 'y'; DELETE FROM person WHERE id = 'z'", "-a -y -z")]
    [TestCase("UPDATE person SET id = 'y' WHERE id = 'a'; DELETE FROM person WHERE id = 'y'; INSERT INTO person (id, login) VALUES ('y', 'new'); UPDATE person SET id = 'z' WHERE id = 'y'", "-a -y y>z")]
    [TestCase("UPDATE person SET id = 'y' WHERE id = 'a'; UPDATE person SET id = 'z' WHERE id = 'y'; UPDATE person SET id = 'y' WHERE id = 'b'; UPDATE person SET id = 'x' WHERE id = 'y'", "a>z y>z b>x y>x")]
    public async Task A_story_is_told_in_order(string story, string told)
    {
        await _database.AddAsync("a", "b");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync(story.Split("; "));

        Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.EqualTo(told));
    }

    /// <summary>No object was ever delivered for it: its row ends a run as long as it is there.</summary>
    [Test]
    public async Task A_blank_key_that_is_gone_is_passed_over()
    {
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.AddAsync("", "r");
        await _database.ExecuteAsync("UPDATE person SET id = 'z' WHERE id = 'r'", "DELETE FROM person WHERE id = ''", "INSERT INTO person (id, login) VALUES (' ', 'b')", "UPDATE person SET id = 'b' WHERE id = ' '");

        Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.EqualTo("r>z b"));
    }

    [Test]
    public async Task A_page_may_hold_many_keys_of_several_columns()
    {
        await _database.ExecuteAsync("CREATE TABLE pair (a text NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, b))");
        var configuration = await _database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "pair", Key = ["a", "b"] });
        configuration.PageSize = 5000;
        await using var facade = SqlConnector.CreateFacade(configuration);
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync("INSERT INTO pair WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT 'k', i FROM n");

        Assert.That((await Recorded.RunAsync(facade, start)).Deltas, Has.Count.EqualTo(3000));
    }

    [Test]
    public async Task Entries_of_other_tables_move_the_position()
    {
        await _database.ExecuteAsync("CREATE TABLE other (id integer PRIMARY KEY)");
        await _database.SetUpAsync(new SqlClass { Class = "other", Table = "other", Key = ["id"] });
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync([.. Enumerable.Range(1, 20).Select(number => $"INSERT INTO other (id) VALUES ({number})")]);

        var run = await Recorded.RunAsync(_facade, start);

        Assert.That(run.Told, Is.Empty);
        Assert.That(run.Position, Is.Not.EqualTo(start));
        Assert.That((await Recorded.RunAsync(_facade, run.Position)).Position, Is.EqualTo(run.Position));
    }

    [Test]
    public async Task A_row_that_leaves_the_view_is_deleted()
    {
        await _database.ExecuteAsync("CREATE VIEW adult AS SELECT id, login, mail, age FROM person WHERE age >= 18");
        await _database.AddAsync("a", "b");
        await _database.ExecuteAsync("UPDATE person SET age = 40");
        var mapping = new SqlClass { Class = ObjectClasses.Account, Table = "adult", Key = ["id"], Name = "login", LogSource = "person" };
        await using var facade = SqlConnector.CreateFacade(_database.Configure(mapping));
        var first = await Recorded.RunAsync(facade, SyncPosition.Beginning);
        await _database.ExecuteAsync("UPDATE person SET age = 3 WHERE id = 'a'");

        Assert.That((first.Told, (await Recorded.RunAsync(facade, first.Position)).Told), Is.EqualTo(("a b", "-a")));
    }

    [Test]
    public async Task A_trimmed_log_refuses_the_tokens_from_before_and_serves_the_others()
    {
        await _database.AddAsync("a");
        var old = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.AddAsync("b");
        var recent = (await Recorded.RunAsync(_facade, old)).Position;
        await _database.ExecuteAsync(SqlSetup.TrimStatement(provider, People.Class(), DateTimeOffset.MaxValue));

        var exception = await Assert.ThrowsAsync<SyncTokenExpiredException>(() => Recorded.RunAsync(_facade, old));
        await _database.AddAsync("c");

        Assert.That(exception!.LawId, Is.EqualTo(SyncLawIds.Slc214ExpiredToken));
        Assert.That((await Recorded.RunAsync(_facade, recent)).Told, Is.EqualTo("c"));
        Assert.That((await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Told, Is.EqualTo("a b c"));
    }

    [Test]
    public async Task A_restored_copy_refuses_newer_tokens_also_when_it_was_written_again([Values] bool isWrittenAgain)
    {
        await _database.AddAsync("a");
        var old = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        var copy = await _database.CopyAsync();
        await _database.AddAsync("b", "c");
        var newer = (await Recorded.RunAsync(_facade, old)).Position;
        await _facade.DisposeAsync();
        await _database.RestoreAsync(copy);
        _facade = SqlConnector.CreateFacade(_configuration);
        if (isWrittenAgain)
            await _database.AddAsync("x", "y", "z"); // the sequence is beyond the token again

        var exception = await Assert.ThrowsAsync<SyncTokenExpiredException>(() => Recorded.RunAsync(_facade, newer));

        Assert.That(exception!.LawId, Is.EqualTo(SyncLawIds.Slc215ForeignToken));
        Assert.That((await Recorded.RunAsync(_facade, old)).Told, Is.EqualTo(isWrittenAgain ? "x y z" : ""), "what both histories share is served");
    }

    [Test]
    public async Task Another_database_refuses_the_token()
    {
        await _database.AddAsync("a");
        var token = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await using var other = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await other.SetUpPeopleAsync(People.Class()));
        await other.AddAsync("a");

        var exception = await Assert.ThrowsAsync<SyncTokenExpiredException>(() => Recorded.RunAsync(facade, token));

        Assert.That(exception!.LawId, Is.EqualTo(SyncLawIds.Slc215ForeignToken));
    }

    [Test]
    public async Task An_emptied_log_says_what_to_do()
    {
        await _database.ExecuteAsync("DELETE FROM sluice_change");

        Assert.That(async () => await Recorded.RunAsync(_facade, SyncPosition.Beginning), Throws.InstanceOf<ConnectorException>().With.Message.Contains("run the setup script again"));
    }

    [Test]
    public async Task A_database_that_was_not_set_up_says_so()
    {
        await _database.ExecuteAsync("DROP TABLE sluice_source");

        Assert.That(async () => await _facade.TestConnectionAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("sluice_source").And.Message.Contains("SqlSetup.Script"));
    }
}
