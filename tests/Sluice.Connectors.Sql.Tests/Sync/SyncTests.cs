namespace Sluice.Connectors.Sql.Tests;

/// <summary>What a sync delivers, from each source of changes in each database.</summary>
[TestFixture(SqlProvider.Sqlite, null)]
[TestFixture(SqlProvider.Sqlite, "changed")]
[TestFixture(SqlProvider.PostgreSql, null)]
[TestFixture(SqlProvider.PostgreSql, "changed")]
public sealed class SyncTests(SqlProvider provider, string? changed)
{
    private TestDatabase _database = null!;
    private SqlConnector.Facade _facade = null!;

    private bool HasLog => changed is null;

    [SetUp]
    public async Task SetUpAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _facade = SqlConnector.CreateFacade(await _database.SetUpPeopleAsync(People.Class(changed, HasLog ? null : "deleted")));
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _facade.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_connection_that_died_while_it_waited_for_the_next_run_is_replaced()
    {
        if (provider == SqlProvider.Sqlite)
            Assert.Ignore("SQLite has no server that could close a connection.");
        await _database.AddAsync("a");
        var first = await Recorded.RunAsync(_facade, SyncPosition.Beginning);
        await _database.RestoreAsync(await _database.CopyAsync());
        await _database.AddAsync("b");

        // With a changed column the restored database is another one.
        if (HasLog)
            Assert.That((await Recorded.RunAsync(_facade, first.Position)).Told, Is.EqualTo("b"));
        else
            await Assert.ThatAsync(() => Recorded.RunAsync(_facade, first.Position), Throws.InstanceOf<SyncTokenExpiredException>());
    }

    [Test]
    public async Task The_first_run_delivers_every_row_and_the_next_only_what_changed()
    {
        await _database.AddAsync("a", "b", "c");

        var first = await Recorded.RunAsync(_facade, SyncPosition.Beginning);
        var idle = await Recorded.RunAsync(_facade, first.Position);
        await _database.ExecuteAsync("UPDATE person SET mail = 'new' WHERE id = 'b'");
        await DeleteAsync("a");
        await _database.AddAsync("d");
        var next = await Recorded.RunAsync(_facade, idle.Position);

        Assert.Multiple(() =>
        {
            Assert.That(first.Told, Is.EqualTo("a b c"));
            Assert.That(idle.Told, Is.Empty);
            Assert.That(next.Told, Is.EqualTo("b -a d"));
            Assert.That(next.Deltas[0].Object!["mail"], Is.EqualTo("new"));
        });
    }

    [Test]
    public async Task The_latest_token_means_now()
    {
        await _database.AddAsync("a", "b");

        var latest = await _facade.GetLatestSyncTokenAsync(ObjectClass.Account);
        var nothing = await Recorded.RunAsync(_facade, latest);
        await _database.AddAsync("c");
        var next = await Recorded.RunAsync(_facade, latest);

        Assert.That((nothing.Told, next.Told), Is.EqualTo(("", "c")));
    }

    /// <summary>Twenty rows are three pages; each index is a stop, in the first run and among the changes.</summary>
    [Test]
    public async Task A_stop_anywhere_loses_and_repeats_nothing()
    {
        string[] ids = [.. Enumerable.Range(10, 20).Select(number => $"r{number}")];
        await _database.AddAsync(ids);
        var all = await Recorded.RunAsync(_facade, SyncPosition.Beginning);
        await _database.ExecuteAsync("UPDATE person SET age = 7"); // one transaction: all share a tick
        var changes = await Recorded.RunAsync(_facade, all.Position);
        Assert.That(changes.Deltas, Has.Count.EqualTo(ids.Length));

        foreach (var start in new[] { SyncPosition.Beginning, all.Position })
        {
            for (var stop = 1; stop <= ids.Length; stop++)
            {
                var before = await Recorded.RunAsync(_facade, start, stop);
                var after = await Recorded.RunAsync(_facade, before.Position);

                Assert.That(before.Deltas.Concat(after.Deltas).Select(delta => delta.Uid.Value), Is.EqualTo(ids), $"stopped after {stop} from {start}");
            }
        }
    }

    [Test]
    public async Task Every_delta_of_a_run_has_a_token_from_which_exactly_the_rest_comes()
    {
        await _database.AddAsync("a", "b", "c", "d");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync("UPDATE person SET age = 1");
        var whole = await Recorded.RunAsync(_facade, start);

        for (var i = 0; i < whole.Deltas.Count; i++)
        {
            var rest = await Recorded.RunAsync(_facade, SyncPosition.After(SyncToken.Parse(whole.Deltas[i].Token.ToString())));
            Assert.That(rest.Told, Is.EqualTo(string.Join(' ', whole.Deltas.Skip(i + 1).Select(delta => delta.Uid))));
        }
    }

    [Test]
    public async Task A_row_that_was_deleted_and_made_again_arrives_as_it_is_now()
    {
        await _database.AddAsync("a");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await DeleteAsync("a");
        await (HasLog
            ? _database.ExecuteAsync("INSERT INTO person (id, login) VALUES ('a', 'again')")
            : _database.ExecuteAsync($"UPDATE person SET login = 'again', deleted = {(provider == SqlProvider.Sqlite ? "0" : "false")} WHERE id = 'a'"));

        var next = await Recorded.RunAsync(_facade, start);

        Assert.That(next.Told, Is.EqualTo(HasLog ? "-a a" : "a"));
        Assert.That(next.Deltas[^1].Object!.Name.Value, Is.EqualTo("again"));
    }

    [Test]
    public async Task Only_the_attributes_asked_for_are_read()
    {
        await _database.AddAsync("a");

        var run = await Recorded.RunAsync(_facade, SyncPosition.Beginning, options: new() { AttributesToGet = ["age"] });

        Assert.That(run.Deltas.Single().Object!.Count, Is.EqualTo(3)); // uid, name and it
    }

    [Test]
    public async Task What_a_rolled_back_transaction_wrote_is_not_delivered()
    {
        await _database.AddAsync("a");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await using (var connection = await _database.OpenAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await TestDatabase.ExecuteAsync(connection, "INSERT INTO person (id, login) VALUES ('x', 'x')");
            await transaction.RollbackAsync();
        }

        await _database.AddAsync("b");

        Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.EqualTo("b"));
    }

    private Task DeleteAsync(string id) => _database.ExecuteAsync(HasLog ? $"DELETE FROM person WHERE id = '{id}'" : $"UPDATE person SET deleted = {(provider == SqlProvider.Sqlite ? "1" : "true")} WHERE id = '{id}'");
}
