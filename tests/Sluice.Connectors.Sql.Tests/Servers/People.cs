namespace Sluice.Connectors.Sql.Tests;

/// <summary>A table of people, in each database and with each source of changes.</summary>
internal static class People
{
    public static SqlClass Class(string? changed = null, string? tombstone = null) => new()
    {
        Class = ObjectClasses.Account,
        Table = "person",
        Key = ["id"],
        Name = "login",
        Columns = [new("mail"), new("age"), new("enabled", AttributeNames.Enabled)],
        Changed = changed,
        Tombstone = tombstone,
    };

    public static string Table(SqlProvider provider) => provider == SqlProvider.Sqlite
        ? "CREATE TABLE person (id TEXT PRIMARY KEY, login TEXT NOT NULL, mail TEXT, age INTEGER, enabled BOOLEAN NOT NULL DEFAULT 1, changed INTEGER NOT NULL DEFAULT 0, deleted BOOLEAN NOT NULL DEFAULT 0)"
        : "CREATE TABLE person (id text PRIMARY KEY, login text NOT NULL, mail text, age bigint, enabled boolean NOT NULL DEFAULT true, deleted boolean NOT NULL DEFAULT false)";

    public static async Task<SqlConfiguration> SetUpPeopleAsync(this TestDatabase database, SqlClass mapping)
    {
        await database.ExecuteAsync(Table(database.Provider));
        return await database.SetUpAsync(mapping);
    }

    public static Task AddAsync(this TestDatabase database, params string[] ids) =>
        database.ExecuteAsync([.. ids.Select(id => $"INSERT INTO person (id, login, mail) VALUES ('{id}', 'login-{id}', '{id}@people.example')")]);
}
