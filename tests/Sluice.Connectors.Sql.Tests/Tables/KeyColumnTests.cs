namespace Sluice.Connectors.Sql.Tests;

/// <summary>Key columns whose values a database stores, compares and prints in different ways: the uid is the same everywhere.</summary>
public sealed class KeyColumnTests
{
    [TestCase("char(8)")]
    [TestCase("padded")]
    public async Task A_padded_key_is_the_same_uid_in_a_row_and_in_the_log(string type)
    {
        await using var database = await TestDatabase.CreateAsync(SqlProvider.PostgreSql);
        await database.ExecuteAsync("CREATE DOMAIN padded AS char(8)", $"CREATE TABLE thing (id {type} PRIMARY KEY, title {type} NOT NULL, note {type})");
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "thing", Key = ["id"], Name = "title" }));
        string[] ids = [.. Enumerable.Range(1, 9).Select(number => $"k{number}")];
        await database.ExecuteAsync([.. ids.Select(id => $"INSERT INTO thing VALUES ('{id}', 'title', 'note')")]);

        var first = await Recorded.RunAsync(facade, SyncPosition.Beginning);
        var created = await facade.CreateAsync(ObjectClass.Account, [new(AttributeNames.Uid, "z"), new(AttributeNames.Name, "z")]);
        await facade.UpdateAsync(ObjectClass.Account, "k1", ObjectPatch.Build().Set(AttributeNames.Name, "t").Build());
        await database.ExecuteAsync("UPDATE thing SET id = 'k' WHERE id = 'k2'", "DELETE FROM thing WHERE id = 'k3'");
        var next = await Recorded.RunAsync(facade, first.Position);

        Assert.That((first.Told, created.Value, next.Told), Is.EqualTo((string.Join(' ', ids), "z", "z k1 k2>k -k3")));
        Assert.That(first.Deltas[0].Object!.Name.Value, Is.EqualTo("title"));
        Assert.That((await facade.GetAsync(ObjectClass.Account, "k1"))!.Name.Value, Is.EqualTo("t"));
    }

    /// <summary>Upper case is how SQLite's provider writes a Guid; others write lower case.</summary>
    [Test]
    public async Task A_uuid_that_is_stored_as_text_is_the_uid_as_it_is_stored([Values("GUID", "UUID", "UNIQUEIDENTIFIER")] string type)
    {
        await using var database = await TestDatabase.CreateAsync(SqlProvider.Sqlite);
        await database.ExecuteAsync($"CREATE TABLE thing (id {type} PRIMARY KEY, title {type} NOT NULL, other {type})");
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "thing", Key = ["id"], Name = "title" }));
        string[] ids = [.. Enumerable.Range(1, 9).Select(number => $"A{number}6E1D0C-0000-4000-8000-00000000000B").Select((id, i) => i % 3 == 2 ? id.ToLowerInvariant() : id).Order(StringComparer.Ordinal)];
        await database.ExecuteAsync([.. ids.Select(id => $"INSERT INTO thing VALUES ('{id}', '{id}', '{id}')")]);

        var first = await Recorded.RunAsync(facade, SyncPosition.Beginning);
        await database.ExecuteAsync("UPDATE thing SET other = NULL");
        var next = await Recorded.RunAsync(facade, first.Position);
        await facade.UpdateAsync(ObjectClass.Account, ids[0], ObjectPatch.Build().Set("other", Guid.Parse(ids[1])).Build());

        Assert.That((first.Told, next.Told), Is.EqualTo((string.Join(' ', ids), string.Join(' ', ids))));
        Assert.That((await facade.GetAsync(ObjectClass.Account, ids[0]))!["other"], Is.EqualTo(Guid.Parse(ids[1])));
        Assert.That((await database.QueryAsync($"SELECT other FROM thing WHERE id = '{ids[0]}'"))[0][0], Is.EqualTo(ids[1].ToUpperInvariant()), "as the provider writes it");
    }

    [Test]
    public async Task A_rename_that_changes_only_the_case_is_a_rename([Values] SqlProvider provider, [Values("id", "id,number")] string key)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(await FoldingAsync(database, key)));
        await database.ExecuteAsync("INSERT INTO thing VALUES ('anna', 1), ('bert', 2)");
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await database.ExecuteAsync("UPDATE thing SET id = 'ANNA' WHERE number = 1", "UPDATE thing SET id = 'bert' WHERE number = 2");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo(key == "id" ? "anna>ANNA bert" : "anna,1>ANNA,1 bert,2"));
    }

    [Test]
    public async Task A_key_that_ignores_case_is_not_the_uid_in_another_case([Values] SqlProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(await FoldingAsync(database, "id")));
        await database.ExecuteAsync("INSERT INTO thing VALUES ('anna', 1)");

        foreach (var (filter, found) in new[] { (Filter.ByUid("ANNA"), 0), (Filter.Not(Filter.ByUid("ANNA")), 1), (Filter.ByUid("anna"), 1), (Filter.Not(Filter.ByUid("anna")), 0) })
            Assert.That((await facade.SearchPageAsync(ObjectClass.Account, filter)).Objects, Has.Count.EqualTo(found), filter.ToString());
        Assert.That(await facade.GetAsync(ObjectClass.Account, "ANNA"), Is.Null);
        await Assert.ThrowsAsync<UnknownUidException>(async () => await facade.UpdateAsync(ObjectClass.Account, "ANNA", ObjectPatch.Build().Set("number", 2L).Build()));
        await Assert.ThrowsAsync<UnknownUidException>(async () => await facade.DeleteAsync(ObjectClass.Account, "ANNA"));
        await facade.DeleteAsync(ObjectClass.Account, "anna");
    }

    private static async Task<SqlClass> FoldingAsync(TestDatabase database, string key)
    {
        if (database.Provider == SqlProvider.PostgreSql)
            await database.ExecuteAsync("CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        await database.ExecuteAsync($"CREATE TABLE thing (id text COLLATE {(database.Provider == SqlProvider.Sqlite ? "NOCASE" : "folding")}, number bigint, PRIMARY KEY ({key}))");
        return new SqlClass { Class = ObjectClasses.Account, Table = "thing", Key = key.Split(',') };
    }
}
