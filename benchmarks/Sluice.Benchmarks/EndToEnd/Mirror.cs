using Microsoft.Data.Sqlite;

namespace Sluice.Benchmarks;

/// <summary>The target: people, and in the same transaction how far they are known.</summary>
public sealed class Mirror : IDisposable
{
    /// <summary>How many rows a transaction writes.</summary>
    public const int Batch = 1_000;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _upsert;
    private readonly SqliteCommand _store;
    private readonly SqliteParameter[] _values;
    private readonly SqliteParameter _position;
    private SqliteTransaction? _transaction;
    private int _pending;

    public Mirror(PeopleDatabase database)
    {
        _connection = database.OpenTarget();
        PeopleDatabase.Execute(_connection, $"CREATE TABLE person ({PeopleDatabase.Columns.Replace("uid,", "uid TEXT PRIMARY KEY,", StringComparison.Ordinal)}) WITHOUT ROWID");
        PeopleDatabase.Execute(_connection, "CREATE TABLE position (one INTEGER PRIMARY KEY, position TEXT)");
        _upsert = _connection.CreateCommand();
        _upsert.CommandText = $"INSERT OR REPLACE INTO person ({PeopleDatabase.Columns}) VALUES ($v0, $v1, $v2, $v3, $v4, $v5, $v6, $v7)";
        _values = [.. Enumerable.Range(0, Subjects.Usual).Select(i => _upsert.Parameters.Add($"$v{i}", SqliteType.Text))];
        _store = _connection.CreateCommand();
        _store.CommandText = "INSERT OR REPLACE INTO position (one, position) VALUES (1, $position)";
        _position = _store.Parameters.Add("$position", SqliteType.Text);
    }

    /// <summary>Whether the transaction holds a whole batch, so that it is to be committed before the next row.</summary>
    public bool IsFull => _pending == Batch;

    public void Put(string uid, string login, string? mail, string? givenName, string? familyName, string? telephone, string? department, string? employeeNumber)
    {
        _values[0].Value = uid;
        _values[1].Value = login;
        _values[2].Value = Of(mail);
        _values[3].Value = Of(givenName);
        _values[4].Value = Of(familyName);
        _values[5].Value = Of(telephone);
        _values[6].Value = Of(department);
        _values[7].Value = Of(employeeNumber);
        Put();
    }

    public void Put(ConnectorObject source)
    {
        for (var slot = 0; slot < _values.Length; slot++)
            _values[slot].Value = source.ValueAt(slot) ?? DBNull.Value;
        Put();
    }

    /// <summary>Commits what was put, with the position that covers it.</summary>
    public void Commit(string position)
    {
        _transaction ??= _connection.BeginTransaction();
        _store.Transaction = _transaction;
        _position.Value = position;
        _store.ExecuteNonQuery();
        _transaction.Commit();
        _transaction.Dispose();
        _transaction = null;
        _pending = 0;
    }

    public (long People, string Position) Content()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*), (SELECT position FROM position) FROM person";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetString(1));
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        _upsert.Dispose();
        _store.Dispose();
        _connection.Dispose();
    }

    private static object Of(string? value) => (object?)value ?? DBNull.Value;

    private void Put()
    {
        if (_transaction is null)
        {
            _transaction = _connection.BeginTransaction();
            _upsert.Transaction = _transaction;
        }

        _upsert.ExecuteNonQuery();
        _pending++;
    }
}
