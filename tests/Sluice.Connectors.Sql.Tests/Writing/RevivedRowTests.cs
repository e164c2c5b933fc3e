namespace Sluice.Connectors.Sql.Tests;

/// <summary>A create that finds a row of its key marked as deleted brings it back as a new object.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class RevivedRowTests(SqlProvider provider)
{
    [Test]
    public async Task What_is_not_told_is_as_in_a_new_row()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync(
            $"""
            CREATE TABLE person (id text PRIMARY KEY, gone boolean{(provider == SqlProvider.Sqlite ? ", changed INTEGER NOT NULL DEFAULT 0" : "")},
              is_admin boolean DEFAULT false, note text DEFAULT 'it''s new', size bigint DEFAULT (1 + 2), day date DEFAULT CURRENT_DATE, plain text, inside text DEFAULT 'default')
            """);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass
        {
            Class = ObjectClasses.Account,
            Table = "person",
            Key = ["id"],
            Columns = [new("is_admin"), new("note"), new("size"), new("day"), new("plain")],
            Changed = "changed",
            Tombstone = "gone",
        }));
        await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Name, "new")]);
        await database.ExecuteAsync("INSERT INTO person (id, is_admin, note, size, day, plain, inside) VALUES ('a', true, 'old', 9, '2001-01-01', 'old', 'old')");
        await facade.DeleteAsync(ObjectClass.Account, "a");

        await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Name, "a")]);

        const string Mapped = "is_admin, note, size, day, plain";
        Assert.That((await database.QueryAsync($"SELECT {Mapped} FROM person WHERE id = 'a'"))[0], Is.EqualTo((await database.QueryAsync($"SELECT {Mapped} FROM person WHERE id = 'new'"))[0]));
        Assert.That((await database.QueryAsync("SELECT inside FROM person WHERE id = 'a'"))[0][0], Is.EqualTo("old"), "a column that is no attribute is not the connector's");
    }

    /// <summary>In a table's definition these are texts; in a statement they would be columns.</summary>
    [TestCase("word")]
    [TestCase("\"plain\"")]
    [TestCase("plain")]
    public async Task A_default_that_reads_like_a_column_is_a_text(string expression)
    {
        Assume.That(provider, Is.EqualTo(SqlProvider.Sqlite), "PostgreSQL knows DEFAULT in an update");
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.ExecuteAsync($"CREATE TABLE person (id text PRIMARY KEY, gone boolean, changed INTEGER NOT NULL DEFAULT 0, plain text, note text DEFAULT {expression}, flag boolean DEFAULT TRUE)");
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "person", Key = ["id"], Changed = "changed", Tombstone = "gone" }));
        await database.ExecuteAsync("INSERT INTO person (id, gone, plain, note, flag) VALUES ('a', 1, 'old', 'old', 0)");

        await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Name, "a")]);

        Assert.That((await database.QueryAsync("SELECT note, flag FROM person"))[0], Is.EqualTo(new object[] { expression.Trim('"'), 1L }));
    }
}
