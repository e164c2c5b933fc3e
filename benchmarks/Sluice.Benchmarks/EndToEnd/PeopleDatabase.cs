using Microsoft.Data.Sqlite;

namespace Sluice.Benchmarks;

/// <summary>The source: a change log of people, so many changes of so many people.</summary>
public sealed class PeopleDatabase : IServiceProvider, IDisposable
{
    public const string Columns = "uid, login, mail, given_name, family_name, telephone, department, employee_number";
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-benchmark-").FullName;

    public PeopleDatabase(int changes)
    {
        Changes = changes;
        using var connection = Open();
        Execute(connection, $"CREATE TABLE change (sequence INTEGER PRIMARY KEY, {Columns.Replace(",", " TEXT,", StringComparison.Ordinal)} TEXT)");
        Execute(
            connection,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {changes})
            INSERT INTO change
            SELECT i, 'p' || i, 'login' || i, 'login' || i || '@mail.example', 'Given' || i, 'Family' || i, '+00 ' || i, 'D' || (i % 40), '' || i FROM n
            """);
    }

    public int Changes { get; }

    public SqliteConnection Open() => Open("source.db");

    /// <summary>A target of its own for each run, so that none finds the rows of another.</summary>
    public SqliteConnection OpenTarget()
    {
        File.Delete(Path.Combine(_folder, "target.db"));
        return Open("target.db");
    }

    /// <summary>The statement that both the connector and the loop by hand read the changes with.</summary>
    public static SqliteCommand ReadAfter(SqliteConnection connection, long after)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT sequence, {Columns} FROM change WHERE sequence > $after ORDER BY sequence";
        command.Parameters.AddWithValue("$after", after);
        return command;
    }

    public object? GetService(Type serviceType) => serviceType == typeof(PeopleDatabase) ? this : null;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, file), Pooling = false }.ToString());
        connection.Open();

        // What is measured is our work, not the disk's.
        Execute(connection, "PRAGMA journal_mode = MEMORY");
        Execute(connection, "PRAGMA synchronous = OFF");
        return connection;
    }
}
