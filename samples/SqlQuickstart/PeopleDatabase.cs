using Microsoft.Data.Sqlite;
using Sluice;
using Sluice.Connectors.Sql;

namespace SqlQuickstart;

/// <summary>A table of people in a SQLite file, as an application keeps it, with the change log that the connector reads.</summary>
public sealed class PeopleDatabase
{
    /// <summary>Makes the file, the table, the change log and its triggers.</summary>
    /// <param name="path">Where the file is to be.</param>
    public PeopleDatabase(string path)
    {
        var people = new SqlClass
        {
            Class = ObjectClasses.Account,
            Table = "person",
            Key = ["id"],
            Name = "login",
            Columns = [new("mail"), new("enabled", AttributeNames.Enabled)],
        };
        Configuration = new() { Provider = SqlProvider.Sqlite, ConnectionString = $"Data Source={path}", Classes = [people.ToString()] };
        SQLitePCL.Batteries_V2.Init();
        Execute("PRAGMA journal_mode = WAL");
        Execute("CREATE TABLE person (id TEXT PRIMARY KEY, login TEXT NOT NULL, mail TEXT, enabled BOOLEAN NOT NULL DEFAULT 1)");
        foreach (var statement in SqlSetup.Statements(Configuration))
            Execute(statement);
    }

    /// <summary>What the connector is told.</summary>
    public SqlConfiguration Configuration { get; }

    /// <summary>Runs one statement beside the connector, as the application would.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    public void Execute(string statement, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = Open();
        using var command = Command(connection, statement, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Opens the file for reading.</summary>
    /// <param name="statement">The query.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <typeparam name="TRow">What a row becomes.</typeparam>
    public IReadOnlyList<TRow> Query<TRow>(string statement, Func<SqliteDataReader, TRow> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var connection = Open();
        using var command = Command(connection, statement, []);
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(Configuration.ConnectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string statement, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
