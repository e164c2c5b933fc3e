namespace Sluice.Connectors.Sql.Tests;

/// <summary>Databases that begin alike: one is prepared, the others are copies of it.</summary>
internal sealed class PreparedDatabase(SqlProvider provider, Func<TestDatabase, Task> prepare) : IAsyncDisposable
{
    private (TestDatabase Database, string Copy)? _first;

    public async Task<TestDatabase> CreateAsync()
    {
        if (_first is not { } first)
        {
            var database = await TestDatabase.CreateAsync(provider);
            await prepare(database);
            _first = first = (database, await database.CopyAsync());
        }

        return await first.Database.CreateFromAsync(first.Copy);
    }

    public ValueTask DisposeAsync() => _first?.Database.DisposeAsync() ?? default;
}
