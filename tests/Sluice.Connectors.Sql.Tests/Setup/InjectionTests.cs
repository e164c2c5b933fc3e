namespace Sluice.Connectors.Sql.Tests;

/// <summary>Hostile names and values: they are found again, and nothing else happened (SLC316).</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class InjectionTests(SqlProvider provider)
{
    private const string Table = "per\"son'; DROP TABLE victim; --";
    private const string Key = "i\"d'), ($sluice$";
    private const string Name = "lo gin,as \"x\"";

    private static readonly string[] Values =
        ["'; DROP TABLE victim; --", "\" OR 1=1 --", "\\'; DROP TABLE victim; --", "$sluice$; DROP TABLE victim; $sluice$", "%", "_", "@p0", "$1", ":p0", "/* */", "a,b\\,c", "Robert'); DELETE FROM victim; --"];

    [TestCase(null)]
    [TestCase("cha\"nged'; --")]
    public async Task Hostile_names_and_values_are_only_names_and_values(string? changed)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        static string Q(string name) => new SqlName(name).Quoted;
        await database.ExecuteAsync(
            "CREATE TABLE victim (id integer)",
            "INSERT INTO victim VALUES (1)",
            $"CREATE TABLE {Q(Table)} ({Q(Key)} text, \"second\" text, {Q(Name)} text NOT NULL, \"value\" text{(changed is not null && provider == SqlProvider.Sqlite ? $", {Q(changed)} INTEGER NOT NULL DEFAULT 0" : "")}, PRIMARY KEY ({Q(Key)}, \"second\"))");
        var mapping = new SqlClass
        {
            Class = "thing",
            Table = Table,
            Key = [Key, "second"],
            Name = Name,
            Columns = [new("value", "va'lue; --")],
            Changed = changed,
            Log = changed is null ? "lo\"g'; --" : SqlClass.DefaultLog,
        };
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(mapping));
        var objectClass = new ObjectClass("thing");
        var start = await facade.GetLatestSyncTokenAsync(objectClass);

        foreach (var value in Values)
        {
            var uid = await facade.CreateAsync(objectClass, [new(AttributeNames.Uid, KeyText.Format([value, "x"])), new(AttributeNames.Name, value), new("va'lue; --", value)]);
            Assert.That((await facade.GetAsync(objectClass, uid))!["va'lue; --"], Is.EqualTo(value));
            foreach (var filter in new[] { Filter.ByUid(uid), Filter.ByName(value), Filter.Contains("va'lue; --", value), Filter.StartsWith("va'lue; --", value), Filter.EndsWith("va'lue; --", value), Filter.Equal("va'lue; --", value) })
                Assert.That(await FoundAsync(facade.SearchAsync(objectClass, filter)), Does.Contain(uid.Value), filter.ToString());
        }

        var seen = new List<string>();
        await facade.SyncAsync(objectClass, start, SyncHandler.FromAsync((delta, _) =>
        {
            seen.Add(delta.Object!.Name.Value);
            return new(SyncAnswer.Continue);
        }));
        foreach (var value in Values)
            await facade.DeleteAsync(objectClass, new Uid(KeyText.Format([value, "x"])));

        Assert.That(seen, Is.EquivalentTo(Values));
        Assert.That(await database.QueryAsync("SELECT count(*) FROM victim"), Has.Count.EqualTo(1));
        Assert.That(Convert.ToInt64((await database.QueryAsync("SELECT count(*) FROM victim"))[0][0], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(1));
    }

    private static async Task<List<string>> FoundAsync(IAsyncEnumerable<ConnectorObject> found)
    {
        var uids = new List<string>();
        await foreach (var one in found)
            uids.Add(one.Uid.Value);
        return uids;
    }
}
