namespace Sluice.Connectors.Sql.Tests;

/// <summary>Pages, values and what a table cannot be.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class SearchTests(SqlProvider provider)
{
    [Test]
    public async Task Pages_follow_each_other_without_gap_or_overlap([Values(1, 2, 5, 7)] int pageSize)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpPeopleAsync(People.Class()));
        await database.AddAsync("a", "b", "c", "d", "e");

        var told = new List<string>();
        SearchPage page;
        var options = new OperationOptions { PageSize = pageSize };
        do
        {
            page = await facade.SearchPageAsync(ObjectClass.Account, null, options);
            Assert.That(page.Objects, Has.Count.LessThanOrEqualTo(pageSize));
            told.AddRange(page.Objects.Select(one => one.Uid.Value));
            options = options with { PagingCookie = page.Cookie };
            await database.ExecuteAsync("DELETE FROM person WHERE id = 'a'"); // what was delivered does not shift what follows
        }
        while (page.Cookie is not null);

        Assert.That(told, Is.EqualTo(new[] { "a", "b", "c", "d", "e" }));
    }

    [Test]
    public async Task Unusual_values_arrive_unchanged()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpPeopleAsync(People.Class()));
        string[] values = ["", " ", new string('x', 100_000), "e\u0301\u200D", "\u0001\u001F\r\n\t", "😀", "İı", .. provider == SqlProvider.Sqlite ? new[] { "nul\0inside" } : []];

        for (var i = 0; i < values.Length; i++)
            await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Uid, $"u{i}"), new(AttributeNames.Name, $"n{values[i]}"), new("mail", values[i]), new(AttributeNames.Enabled, true)]);
        var synced = await Recorded.RunAsync(facade, SyncPosition.Beginning);

        Assert.That(synced.Deltas.Select(delta => delta.Object!["mail"]), Is.EqualTo(values));
        Assert.That(synced.Deltas.Select(delta => delta.Object!.Name.Value), Is.EqualTo(values.Select(value => "n" + value)));
    }

    [Test]
    public async Task A_text_that_the_database_cannot_hold_is_refused()
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.PostgreSql), "SQLite holds NUL");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpPeopleAsync(People.Class()));

        await Assert.ThrowsAsync<InvalidAttributeValueException>(async () => await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Uid, "a"), new(AttributeNames.Name, "a"), new("mail", "nul\0"), new(AttributeNames.Enabled, true)]));
        Assert.That(await facade.GetAsync(ObjectClass.Account, "nul\0"), Is.Null);
    }

    [Test]
    public async Task Columns_without_an_attribute_type_are_named()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync(provider == SqlProvider.Sqlite ? "CREATE TABLE odd (id INTEGER PRIMARY KEY, a DECIMAL(10,2), b)" : "CREATE TABLE odd (id int PRIMARY KEY, a json, b point)");
        await using var facade = SqlConnector.CreateFacade(database.Configure(new SqlClass { Class = "odd", Table = "odd", Key = ["id"] }));

        var exception = await Assert.ThrowsAsync<ConnectorException>(async () => await facade.GetSchemaAsync());

        Assert.That(exception!.Message, Does.Contain("column 'a'").And.Contain("column 'b'").And.Contain("naming the Columns"));
    }

    [Test]
    public async Task Columns_and_tables_that_are_not_there_are_named()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync(People.Table(provider));
        await using var table = SqlConnector.CreateFacade(database.Configure(new SqlClass { Class = "x", Table = "Person_", Key = ["id"] }));
        await using var columns = SqlConnector.CreateFacade(database.Configure(new SqlClass { Class = "x", Table = "person", Key = ["ID"], Name = "Login", Columns = [new("mail"), new("age", "MAIL")] }));

        Assert.That(async () => await table.GetSchemaAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("'Person_'"));
        Assert.That(async () => await columns.GetSchemaAsync(), Throws.InstanceOf<ConnectorException>().With.Message.Contains("'ID'").And.Message.Contains("'Login'").And.Message.Contains("MAIL is there twice"));
    }

    [Test]
    public async Task A_database_that_is_not_there_is_a_failed_connection()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var configuration = database.Configure(People.Class());
        configuration.ConnectionString = provider == SqlProvider.Sqlite ? "Data Source=/nowhere/at-all.db" : "Host=/nowhere;Database=x;Username=x";
        await using var facade = SqlConnector.CreateFacade(configuration);

        await Assert.ThrowsAsync<ConnectionFailedException>(async () => await facade.TestConnectionAsync());
    }

    [Test]
    public async Task A_damaged_row_ends_the_run_before_it()
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.Sqlite), "PostgreSQL keeps the types of its columns");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpPeopleAsync(People.Class()));
        await database.AddAsync("a", "b", "c");
        await database.ExecuteAsync("UPDATE person SET age = 'many' WHERE id = 'b'");

        var exception = await Assert.ThrowsAsync<ConnectorException>(() => Recorded.RunAsync(facade, SyncPosition.Beginning));

        Assert.That(exception!.Message, Does.Contain("The row 'b'").And.Contain("'age'").And.Not.Contain("many"));
        Assert.That(exception.Uid!.Value.Value, Is.EqualTo("b"));
    }
}
