using System.Data.Common;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>PostgreSQL's parallel writers: transactions that are really held open, and commit after others (SLC907).</summary>
[TestFixture(null)]
[TestFixture("changed")]
public sealed class LateCommitTests(string? changed)
{
    private TestDatabase _database = null!;
    private SqlConnector.Facade _facade = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _database = await TestDatabase.CreateAsync(SqlProvider.PostgreSql);
        _facade = SqlConnector.CreateFacade(await _database.SetUpPeopleAsync(People.Class(changed)));
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _facade.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_change_that_is_committed_after_later_ones_is_delivered()
    {
        await _database.AddAsync("a");
        await using var held = await _database.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await TestDatabase.ExecuteAsync(held, "INSERT INTO person (id, login) VALUES ('late', 'late')");
        await _database.AddAsync("b");

        var during = await Recorded.RunAsync(_facade, SyncPosition.Beginning);
        await _database.AddAsync("c");
        var still = await Recorded.RunAsync(_facade, during.Position);
        await transaction.CommitAsync();
        var after = await Recorded.RunAsync(_facade, still.Position);
        var idle = await Recorded.RunAsync(_facade, after.Position);

        Assert.Multiple(() =>
        {
            Assert.That(during.Told, Is.EqualTo("a b"), "the table itself shows what is committed");
            Assert.That(still.Told, Is.Empty, "what comes after an open transaction waits for it");
            Assert.That(after.Told, Is.EqualTo("late b c"));
            Assert.That(idle.Told, Is.Empty);
        });
    }

    [Test]
    public async Task What_is_committed_late_is_delivered_after_the_latest_token_too()
    {
        await using var held = await _database.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await TestDatabase.ExecuteAsync(held, "INSERT INTO person (id, login) VALUES ('late', 'late')");
        await _database.AddAsync("b");
        var latest = await _facade.GetLatestSyncTokenAsync(ObjectClass.Account);
        await transaction.CommitAsync();

        Assert.That((await Recorded.RunAsync(_facade, latest)).Told, Does.Contain("late"));
    }

    [Test]
    public async Task A_transaction_of_another_database_only_delays()
    {
        await using var other = await TestDatabase.CreateAsync(SqlProvider.PostgreSql);
        await using var held = await other.OpenAsync();
        await using (var transaction = await held.BeginTransactionAsync())
        {
            await TestDatabase.ExecuteAsync(held, "CREATE TABLE t (x int)");
            var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
            await _database.AddAsync("a");
            Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.Empty);
            await transaction.RollbackAsync();
            Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.EqualTo("a"));
        }
    }

    /// <summary>
    /// The older transaction writes the row last: in the order of transactions its entry comes first, and a delete or a rename after it, which
    /// really was before.
    /// </summary>
    [TestCase("DELETE FROM person WHERE id = 'a'", "INSERT INTO person (id, login) VALUES ('a', 'again')", "a=again")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'", "INSERT INTO person (id, login) VALUES ('a', 'again')", "a=again z=login-a")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'", "DELETE FROM person WHERE id = 'z'", "")]
    [TestCase("UPDATE person SET id = 'y' WHERE id = 'a'", "UPDATE person SET id = 'z' WHERE id = 'y'", "z=login-a")]
    [TestCase("UPDATE person SET id = 'z' WHERE id = 'a'", "UPDATE person SET id = 'a' WHERE id = 'z'", "a=login-a")]
    [TestCase("UPDATE person SET login = 'first' WHERE id = 'a'", "UPDATE person SET login = 'second' WHERE id = 'a'", "a=second")]
    public async Task An_older_transaction_that_writes_a_row_last_has_the_last_word(string younger, string older, string mirror)
    {
        Assume.That(changed, Is.Null, "a changed column knows neither deletes nor renames");
        await _database.AddAsync("a");
        var start = await Recorded.RunAsync(_facade, SyncPosition.Beginning);
        await using var held = await _database.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await TestDatabase.ExecuteAsync(held, "SELECT pg_current_xact_id()");
        await _database.ExecuteAsync(younger);
        await TestDatabase.ExecuteAsync(held, older);
        await transaction.CommitAsync();

        var next = await Recorded.RunAsync(_facade, start.Position);

        Assert.That(Mirror(start, next), Is.EqualTo(mirror));
        for (var stop = 1; stop < next.Deltas.Count; stop++)
        {
            var before = await Recorded.RunAsync(_facade, start.Position, stop);
            Assert.That(Mirror(start, before, await Recorded.RunAsync(_facade, before.Position)), Is.EqualTo(mirror));
        }
    }

    [Test]
    public async Task Many_writers_in_parallel_lose_nothing()
    {
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var writers = Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            await using var connection = await _database.OpenAsync();
            for (var i = 0; i < 25; i++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await AddAsync(connection, $"w{writer}-{i}-a");
                await Task.Yield();
                await AddAsync(connection, $"w{writer}-{i}-b");
                await transaction.CommitAsync();
            }
        })).ToArray();
        var all = Task.WhenAll(writers);
        var position = start;
        while (true)
        {
            var isOver = all.IsCompleted;
            var run = await Recorded.RunAsync(_facade, position, stopAfter: 40);
            seen.UnionWith(run.Deltas.Select(delta => delta.Uid.Value));
            position = run.Position;
            if (isOver && run.Deltas.Count == 0)
                break;
        }

        await all;
        Assert.That(seen, Has.Count.EqualTo(6 * 25 * 2));
    }

    /// <summary>The same story with a time stamp, which is what most tables have: the connector refuses it, and a host that accepts the loss has it.</summary>
    [Test]
    public async Task A_time_stamp_is_refused_unless_its_loss_is_accepted()
    {
        Assume.That(changed, Is.Not.Null);
        await _database.ExecuteAsync("CREATE TABLE stamped (id text PRIMARY KEY, stamp timestamptz NOT NULL DEFAULT now())");
        static SqlClass Stamped(bool loses) => new() { Class = ObjectClasses.Account, Table = "stamped", Key = ["id"], Changed = "stamp", LosesLateCommits = loses };
        await using var strict = SqlConnector.CreateFacade(_database.Configure(Stamped(loses: false)));
        await using var lax = SqlConnector.CreateFacade(_database.Configure(Stamped(loses: true)));
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => Recorded.RunAsync(strict, SyncPosition.Beginning));

        await using var held = await _database.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await TestDatabase.ExecuteAsync(held, "INSERT INTO stamped (id) VALUES ('late')");
        await _database.ExecuteAsync("INSERT INTO stamped (id) VALUES ('b')");
        var during = await Recorded.RunAsync(lax, SyncPosition.Beginning);
        await transaction.CommitAsync();
        await _database.ExecuteAsync("INSERT INTO stamped (id) VALUES ('c')");

        Assert.That(refused!.LawId, Is.EqualTo(SyncLawIds.Slc907LateCommit));
        Assert.That((during.Told, (await Recorded.RunAsync(lax, during.Position)).Told), Is.EqualTo(("b", "c")));
    }

    [Test]
    public async Task A_log_of_another_server_is_refused()
    {
        Assume.That(changed, Is.Null);
        await _database.ExecuteAsync("INSERT INTO sluice_change (transaction, source, operation, key) VALUES ('99999999999', 'person', 'I', 'x')");

        Assert.That(async () => await _facade.TestConnectionAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("another server"));
    }

    /// <summary>Also once its own numbers have reached those of the log: they mean other transactions.</summary>
    [Test]
    public async Task A_token_of_another_server_is_refused()
    {
        Assume.That(changed, Is.Null);
        await _database.AddAsync("a");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync("CREATE SCHEMA elsewhere", "CREATE FUNCTION elsewhere.pg_control_system() RETURNS TABLE (system_identifier bigint) LANGUAGE sql AS 'SELECT 42::bigint'");
        var configuration = _database.Configure(People.Class());
        configuration.ConnectionString += ";Search Path=elsewhere,pg_catalog,public";
        await using var other = SqlConnector.CreateFacade(configuration);

        var exception = await Assert.ThrowsAsync<SyncTokenExpiredException>(() => Recorded.RunAsync(other, start));

        Assert.That(exception!.LawId, Is.EqualTo(SyncLawIds.Slc215ForeignToken));
        Assert.That((await Recorded.RunAsync(other, SyncPosition.Beginning)).Told, Is.EqualTo("a"));
    }

    [Test]
    public async Task Truncating_the_table_deletes_every_row()
    {
        Assume.That(changed, Is.Null);
        await _database.AddAsync("a", "b");
        var start = (await Recorded.RunAsync(_facade, SyncPosition.Beginning)).Position;
        await _database.ExecuteAsync("TRUNCATE person");

        Assert.That((await Recorded.RunAsync(_facade, start)).Told, Is.EqualTo("-a -b"));
    }

    private static Task AddAsync(DbConnection connection, string id) => TestDatabase.ExecuteAsync(connection, $"INSERT INTO person (id, login) VALUES ('{id}', '{id}')");

    private static string Mirror(params Recorded[] runs)
    {
        var mirror = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var delta in runs.SelectMany(run => run.Deltas))
        {
            if (delta.PreviousUid is { } previous)
                mirror.Remove(previous.Value);
            if (delta.Type == SyncDeltaType.Delete)
                mirror.Remove(delta.Uid.Value);
            else
                mirror[delta.Uid.Value] = delta.Object!.Name.Value;
        }

        return string.Join(' ', mirror.Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
