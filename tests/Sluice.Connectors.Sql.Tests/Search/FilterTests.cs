namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// Filters as the database finds them against filters as the facade does, on random rows: a translation may let more through, never less; and
/// where it says that it is exact, not more either.
/// </summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class FilterTests(SqlProvider provider)
{
    private static readonly string[] Texts =
        ["", "a", "A", "ab", "a%b", "a_b", "a\\b", "a*b", "[a]", "?", "'", "\"", "; DROP TABLE thing; --", "ä", "a\u0308", "ß", "SS", "\uE000", "😀", "\uFFFD", " a", "a ", "i", "I", "İ", "ı", "\n", "0", "10", "9"];

    private static readonly string[] Names = [AttributeNames.Uid, AttributeNames.Name, "text", "folded", "whole", "real", "flag", "day", "time", "guid", "bytes", "unknown", "list", "exact"];

    [Test]
    public async Task The_database_finds_what_the_facade_finds([Values(1, 2, 3, 4)] int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(provider);
        var isSqlite = provider == SqlProvider.Sqlite;
        await database.ExecuteAsync(isSqlite
            ? ["CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT, folded TEXT COLLATE NOCASE, whole INTEGER, real REAL, flag BOOLEAN, day DATE, time DATETIME, guid GUID, bytes BLOB)"]
            :
            [
                "CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                "CREATE TABLE thing (id bigint PRIMARY KEY, name text NOT NULL, text text, folded text COLLATE folding, whole int, real float8, flag boolean, day date, time timestamptz, guid uuid, bytes bytea, list text[], exact numeric)",
            ]);
        var configuration = database.Configure(new SqlClass { Class = "thing", Table = "thing", Key = ["id"], Name = "name", Changed = "id", LosesLateCommits = true });
        await using var facade = SqlConnector.CreateFacade(configuration);
        var objectClass = new ObjectClass("thing");
        for (var id = 1; id <= 60; id++)
        {
            var attributes = new List<ObjectAttribute> { new(AttributeNames.Uid, id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(AttributeNames.Name, $"n{Pick(random, Texts)}{id}") };
            foreach (var name in Names.Skip(2).Where(name => name != "unknown" && (name is not ("list" or "exact") || !isSqlite)))
            {
                if (random.Next(4) > 0)
                    attributes.Add(new(name, Value(random, name, isSqlite)));
            }

            await facade.CreateAsync(objectClass, attributes);
        }

        var all = await ListAsync(facade.SearchAsync(objectClass));
        Assert.That(all, Has.Count.EqualTo(60));
        var (dialect, table) = await OpenAsync(configuration);
        await using var disposing = dialect;
        string[] missing = isSqlite ? ["unknown", "list", "exact"] : ["unknown"];
        int exact = 0, narrowing = 0;
        for (var round = 0; round < 400; round++)
        {
            var filter = Make(random, 3, isSqlite);
            var expected = all.Where(filter.Matches).Select(one => one.Uid.Value).ToList();
            var translation = new FilterTranslation(dialect, table).Visit(filter);
            await using var session = await dialect.OpenAsync(default);
            var found = await session.RowsAsync(SqlText.Of($"SELECT id FROM {table.Quoted} WHERE {translation.Sql} ORDER BY id"), row => row.GetInt64(0).ToString(System.Globalization.CultureInfo.InvariantCulture), default);

            Assert.That(expected, Is.SubsetOf(found), $"{filter} as {translation.Sql}");
            Assert.That(!translation.IsExact || found.Count == expected.Count, Is.True, $"{filter} as {translation.Sql} says that it is exact: {string.Join(',', found)} instead of {string.Join(',', expected)}");
            try
            {
                Assert.That((await ListAsync(facade.SearchAsync(objectClass, filter))).Select(one => one.Uid.Value), Is.EqualTo(expected));
            }
            catch (ArgumentException refused) when (missing.Any(name => refused.Message.Contains($"the attribute '{name}', which thing", StringComparison.Ordinal)))
            {
                // The facade does not let a filter find nothing because of an attribute that the table does not have.
            }

            exact += translation.IsExact ? 1 : 0;
            narrowing += found.Count < all.Count ? 1 : 0;
        }

        // Or the test would say nothing.
        Assert.That(new[] { exact, narrowing }, Is.All.GreaterThan(100));
    }

    internal static async Task<(ISqlDialect Dialect, SqlTable Table)> OpenAsync(SqlConfiguration configuration)
    {
        ISqlDialect dialect = configuration.Provider == SqlProvider.Sqlite ? new SqliteDialect(configuration, null) : new PostgreSqlDialect(configuration, null);
        await using var session = await dialect.OpenAsync(default);
        var mapping = configuration.Parsed()[0];
        return (dialect, SqlTable.Of(mapping, await dialect.ColumnsAsync(session, mapping, default)));
    }

    private static async Task<List<ConnectorObject>> ListAsync(IAsyncEnumerable<ConnectorObject> found)
    {
        var list = new List<ConnectorObject>();
        await foreach (var one in found)
            list.Add(one);
        return list;
    }

    private static Filter Make(Random random, int depth, bool isSqlite)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            return random.Next(3) switch
            {
                0 => Filter.Not(Make(random, depth - 1, isSqlite)),
                1 => Filter.And(Make(random, depth - 1, isSqlite), Make(random, depth - 1, isSqlite)),
                _ => Filter.Or(Make(random, depth - 1, isSqlite), Make(random, depth - 1, isSqlite)),
            };
        }

        var name = Pick(random, Names);
        object Operand()
        {
            if (AttributeNames.IsReserved(name))
                return random.Next(2) == 0 ? random.Next(70).ToString(System.Globalization.CultureInfo.InvariantCulture) : $"n{Pick(random, Texts)}{random.Next(1, 60)}";

            // Now and then the value of another attribute, so that types do not fit.
            var value = Value(random, random.Next(8) == 0 ? Names[random.Next(2, Names.Length)] : name, isSqlite);
            return value is string[]? Pick(random, Texts) : value;
        }

        var text = Pick(random, Texts) is { Length: > 0 } some ? some : "n";
        return random.Next(10) switch
        {
            0 => Filter.Contains(name, text),
            1 => Filter.StartsWith(name, text),
            2 => Filter.EndsWith(name, text),
            3 => Filter.GreaterThan(name, Operand()),
            4 => Filter.GreaterThanOrEqual(name, Operand()),
            5 => Filter.LessThan(name, Operand()),
            6 => Filter.LessThanOrEqual(name, Operand()),
            7 => Filter.Present(name),
            8 => Filter.ContainsAll(name, Operand(), Operand()),
            _ => Filter.Equal(name, Operand()),
        };
    }

    private static object Value(Random random, string name, bool isSqlite) => name switch
    {
        "whole" => isSqlite ? random.Next(5) - 2L : random.Next(5) - 2,
        "real" => isSqlite || random.Next(6) > 0 ? (random.Next(9) - 4) / 2.0 : double.NaN,
        "flag" => random.Next(2) == 0,
        "day" => new DateOnly(2020, 1, 1 + random.Next(5)),
        "time" => new DateTimeOffset(2020, 1, 1, random.Next(3), 0, 0, TimeSpan.FromHours(random.Next(3))).AddTicks(10 * random.Next(2)),
        "guid" => new Guid(random.Next(3), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        "bytes" => new byte[] { (byte)random.Next(3) },
        "exact" => random.Next(5) / 4m,
        "list" => Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Texts)).ToArray(),
        _ => Pick(random, Texts),
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
