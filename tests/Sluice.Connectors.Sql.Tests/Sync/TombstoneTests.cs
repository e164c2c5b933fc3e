namespace Sluice.Connectors.Sql.Tests;

/// <summary>Which columns can mark a row as deleted, and what they say of it.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class TombstoneTests(SqlProvider provider)
{
    [TestCase("boolean NOT NULL DEFAULT false")]
    [TestCase("boolean")]
    [TestCase("integer NOT NULL DEFAULT 0")]
    [TestCase("bigint")]
    [TestCase("double precision NOT NULL DEFAULT 0")]
    [TestCase("numeric(1) NOT NULL DEFAULT 0", SqlProvider.PostgreSql)]
    [TestCase("numeric", SqlProvider.PostgreSql)]
    [TestCase("date")]
    [TestCase("timestamp")]
    public async Task A_row_is_live_deleted_and_live_again(string type, SqlProvider? only = null)
    {
        Assume.That(only ?? provider, Is.EqualTo(provider), "SQLite's numeric has no attribute type");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await SetUpAsync(database, type));
        await database.ExecuteAsync("INSERT INTO thing (id) VALUES ('a')");
        if (!type.StartsWith("date", StringComparison.Ordinal) && !type.StartsWith("time", StringComparison.Ordinal))
            await database.ExecuteAsync($"INSERT INTO thing (id, gone) VALUES ('b', {(type.StartsWith("boolean", StringComparison.Ordinal) ? "false" : "0")})");

        var first = await Recorded.RunAsync(facade, SyncPosition.Beginning);
        await facade.DeleteAsync(ObjectClass.Account, "a");
        var deleted = await Recorded.RunAsync(facade, first.Position);
        await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Name, "a")]);
        var again = await Recorded.RunAsync(facade, deleted.Position);

        Assert.That((first.Told.Split(' ')[0], deleted.Told, again.Told), Is.EqualTo(("a", "-a", "a")));
        Assert.That(first.Deltas, Has.Count.EqualTo((await database.QueryAsync("SELECT 1 FROM thing")).Count), "what is not marked is there");
    }

    [TestCase("text")]
    [TestCase("bit")]
    [TestCase("timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP")]
    [TestCase("decimal(1)", SqlProvider.Sqlite)]
    [TestCase("boolean[]", SqlProvider.PostgreSql)]
    public async Task A_column_that_cannot_tell_is_refused(string type, SqlProvider? only = null)
    {
        Assume.That(only ?? provider, Is.EqualTo(provider), "a type of the other database");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await SetUpAsync(database, type));

        Assert.That(async () => await facade.GetSchemaAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("its tombstone column 'gone'"));
    }

    private static async Task<SqlConfiguration> SetUpAsync(TestDatabase database, string type)
    {
        await database.ExecuteAsync($"CREATE TABLE thing (id text PRIMARY KEY, gone {type}{(database.Provider == SqlProvider.Sqlite ? ", changed INTEGER NOT NULL DEFAULT 0" : "")})");
        return await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "thing", Key = ["id"], Changed = "changed", Tombstone = "gone" });
    }
}
