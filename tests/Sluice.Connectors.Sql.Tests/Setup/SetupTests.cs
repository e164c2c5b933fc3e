namespace Sluice.Connectors.Sql.Tests;

/// <summary>The scripts.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class SetupTests(SqlProvider provider)
{
    [TestCase(null)]
    [TestCase("changed")]
    public async Task Running_it_again_keeps_what_is_there(string? changed)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var configuration = await database.SetUpPeopleAsync(People.Class(changed));
        await using var facade = SqlConnector.CreateFacade(configuration);
        await database.AddAsync("a");
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await database.ExecuteAsync([.. SqlSetup.Statements(configuration)]);
        await database.AddAsync("b");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("b"));
    }

    [Test]
    public async Task The_printed_script_runs_in_one_transaction()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync(People.Table(provider));
        var configuration = database.Configure(People.Class());
        await database.ExecuteAsync($"BEGIN;\n{SqlSetup.Script(configuration)}COMMIT;");
        await using var facade = SqlConnector.CreateFacade(configuration);
        await facade.TestConnectionAsync();

        Assert.That((await Recorded.RunAsync(facade, SyncPosition.Beginning)).Told, Is.Empty);
    }

    [Test]
    public async Task A_table_and_its_log_may_stand_in_a_schema()
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.PostgreSql), "SQLite's schemas are attached files, which a connection string does not name");
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync("CREATE SCHEMA \"H R\"", "CREATE TABLE \"H R\".person (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), login text NOT NULL)");
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Schema = "H R", Table = "person", Key = ["id"], Name = "login" }));
        var start = await facade.GetLatestSyncTokenAsync(ObjectClass.Account);
        var uid = await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Name, "elun")]);

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo(uid.Value));
    }

    /// <summary>Who may only read has no need of more; the triggers write the log with the rights of whoever made them.</summary>
    [Test]
    public async Task The_connector_reads_with_the_rights_to_read()
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.PostgreSql), "SQLite has no users");
        await using var database = await TestDatabase.CreateAsync(provider);
        var configuration = await database.SetUpPeopleAsync(People.Class());
        await database.ExecuteAsync(
            "DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
            "DO $$ BEGIN CREATE ROLE writer LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
            "GRANT SELECT ON person, sluice_change, sluice_source TO reader",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON person TO writer");
        configuration.ConnectionString = configuration.ConnectionString.Replace("tester", "reader", StringComparison.Ordinal);
        await using var facade = SqlConnector.CreateFacade(configuration);
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await database.ExecuteAsync("SET ROLE writer; INSERT INTO person (id, login) VALUES ('a', 'a')");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("a"));
        Assert.That(async () => await facade.DeleteAsync(ObjectClass.Account, "a"), Throws.InstanceOf<PermissionDeniedException>());
    }
}
