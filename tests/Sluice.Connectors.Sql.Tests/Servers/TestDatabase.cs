using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>An empty database for one test, written and read around the connector.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract SqlProvider Provider { get; }

    public abstract string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(SqlProvider provider)
    {
        if (provider == SqlProvider.Sqlite)
            return new SqliteTestDatabase();
        if (PostgreSqlServer.Missing is { } missing)
            Assert.Fail(missing);
        return await PostgreSqlTestDatabase.CreateAsync();
    }

    public abstract Task<DbConnection> OpenAsync();

    /// <summary>Runs statements one after another, each committed at once.</summary>
    public async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
            await ExecuteAsync(connection, statement);
    }

    public static async Task<int> ExecuteAsync(DbConnection connection, string statement, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }

    public async Task<List<object?[]>> QueryAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    /// <summary>A configuration with the classes; the database is prepared for them.</summary>
    public async Task<SqlConfiguration> SetUpAsync(params SqlClass[] classes)
    {
        var configuration = Configure(classes);
        await ExecuteAsync([.. SqlSetup.Statements(configuration)]);
        return configuration;
    }

    public SqlConfiguration Configure(params SqlClass[] classes) => new()
    {
        Provider = Provider,
        ConnectionString = ConnectionString,
        Classes = [.. classes.Select(one => one.ToString())],
        PageSize = 7, // so that a few rows already are several pages
    };

    /// <summary>Keeps a copy of the database as it is now.</summary>
    public abstract Task<string> CopyAsync();

    /// <summary>Puts the copy in the place of the database.</summary>
    public abstract Task RestoreAsync(string copy);

    public abstract ValueTask DisposeAsync();

    /// <summary>Makes another database that begins as a copy.</summary>
    public abstract Task<TestDatabase> CreateFromAsync(string copy);

    private sealed class SqliteTestDatabase : TestDatabase
    {
        private readonly string _folder = FastFolder.Create("sluice-sql-");

        // As long as one connection is open, the others need not move the write-ahead log into the file when they close.
        private SqliteConnection _open;

        public SqliteTestDatabase(string? copy = null)
        {
            SQLitePCL.Batteries_V2.Init();
            if (copy is not null)
                System.IO.File.Copy(copy, File);
            _open = OpenFirst();
        }

        public override SqlProvider Provider => SqlProvider.Sqlite;

        public override string ConnectionString => $"Data Source={File}";

        private string File => Path.Combine(_folder, "test.db");

        public override async Task<DbConnection> OpenAsync()
        {
            var connection = new SqliteConnection($"Data Source={File};Pooling=false");
            await connection.OpenAsync();
            await ExecuteAsync(connection, "PRAGMA synchronous = OFF"); // nothing is to survive a crash of the machine
            return connection;
        }

        public override async Task<string> CopyAsync()
        {
            var copy = Path.Combine(_folder, $"copy-{Guid.NewGuid():N}.db");
            await ExecuteAsync($"VACUUM INTO '{copy}'");
            return copy;
        }

        public override Task RestoreAsync(string copy)
        {
            _open.Dispose();
            foreach (var file in Directory.EnumerateFiles(_folder, "test.db*"))
                System.IO.File.Delete(file);
            System.IO.File.Copy(copy, File);
            _open = OpenFirst();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            _open.Dispose();
            Directory.Delete(_folder, recursive: true);
            return default;
        }

        public override Task<TestDatabase> CreateFromAsync(string copy) => Task.FromResult<TestDatabase>(new SqliteTestDatabase(copy));

        private SqliteConnection OpenFirst()
        {
            var connection = new SqliteConnection($"Data Source={File};Pooling=false");
            connection.Open();
            foreach (var statement in new[] { "PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF" }) // readers and the writer do not wait for each other
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }

            return connection;
        }
    }

    private sealed class PostgreSqlTestDatabase(string name, string connectionString) : TestDatabase
    {
        private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(connectionString + ";Timezone=UTC").ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
        private readonly List<string> _copies = [];

        public static async Task<TestDatabase> CreateAsync(string? template = null)
        {
            var name = await PostgreSqlServer.CreateDatabaseAsync(template);
            return new PostgreSqlTestDatabase(name, await PostgreSqlServer.ConnectionStringAsync(name));
        }

        public override SqlProvider Provider => SqlProvider.PostgreSql;

        public override string ConnectionString => connectionString;

        public override async Task<DbConnection> OpenAsync() => await _source.OpenConnectionAsync();

        public override async Task<string> CopyAsync()
        {
            // A database is copied only while nobody is connected to it.
            Disconnect();
            await PostgreSqlServer.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
            var copy = await PostgreSqlServer.CreateDatabaseAsync(name);
            _copies.Add(copy);
            return copy;
        }

        public override async Task RestoreAsync(string copy)
        {
            Disconnect();
            await PostgreSqlServer.DropDatabaseAsync(name);
            await PostgreSqlServer.RenameDatabaseAsync(copy, name);
            _copies.Remove(copy);
        }

        public override async ValueTask DisposeAsync()
        {
            await _source.DisposeAsync();
            foreach (var database in _copies.Append(name))
                await PostgreSqlServer.DropDatabaseAsync(database);
        }

        public override Task<TestDatabase> CreateFromAsync(string copy) => CreateAsync(copy);

        private void Disconnect()
        {
            _source.Clear();
            NpgsqlConnection.ClearAllPools();
        }
    }
}
