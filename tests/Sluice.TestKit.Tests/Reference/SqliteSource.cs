using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sluice.TestKit.Tests;

/// <summary>
/// An invented system in a SQLite file: one table of objects with the number of their newest change; a deleted object leaves its
/// tombstone. SQLite has one writer at a time, so numbers come in the order of the commits.
/// </summary>
internal sealed class SqliteSource : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-testkit-").FullName;
    private int _open;
    private long _reads;
    private int _readsUntilBreak = -1;

    static SqliteSource() => SQLitePCL.Batteries_V2.Init();

    public SqliteSource()
    {
        using var connection = Connect();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "CREATE TABLE counter (sequence INTEGER NOT NULL, trimmed INTEGER NOT NULL)");
        Execute(connection, "INSERT INTO counter VALUES (0, 0)");
        Execute(connection, "CREATE TABLE object (class TEXT NOT NULL, uid TEXT NOT NULL, sequence INTEGER NOT NULL UNIQUE, content TEXT, in_scope INTEGER NOT NULL, PRIMARY KEY (class, uid)) WITHOUT ROWID");
    }

    public int Open => Volatile.Read(ref _open);

    public long Reads => Interlocked.Read(ref _reads);

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "source.db"), Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 10000");
        Execute(connection, "PRAGMA synchronous = OFF");
        Interlocked.Increment(ref _open);
        connection.Disposed += (_, _) => Interlocked.Decrement(ref _open);
        return connection;
    }

    /// <summary>One read of one row: it is counted, and may break.</summary>
    public void Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _reads);
        if (Volatile.Read(ref _readsUntilBreak) < 0 || Interlocked.Decrement(ref _readsUntilBreak) >= 0)
            return;
        throw new ConnectionBrokenException("The database ended the connection.");
    }

    public void BreakAfter(int reads) => Volatile.Write(ref _readsUntilBreak, reads);

    public IReadOnlyList<Uid> Create(IReadOnlyList<ObjectDraft> drafts) => Write(connection =>
    {
        var uids = drafts.Select(draft => UidOf(draft)).ToList();
        foreach (var (draft, uid) in drafts.Zip(uids))
        {
            if (IsLive(connection, draft.ObjectClass, uid))
                throw new AlreadyExistsException($"There is another {draft.ObjectClass} '{uid}'.");
            Put(connection, draft.ObjectClass, uid, draft.ToObject(uid), inScope: true);
        }

        return uids;
    });

    public Uid Change(Uid uid, ObjectDraft draft) => Write(connection =>
    {
        Require(connection, draft.ObjectClass, uid);
        var now = UidOf(draft);
        if (now != uid)
            Put(connection, draft.ObjectClass, uid, null, inScope: true);
        Put(connection, draft.ObjectClass, now, draft.ToObject(now), inScope: true);
        return now;
    });

    public void Delete(ObjectClass objectClass, Uid uid) => Write(connection =>
    {
        Require(connection, objectClass, uid);
        Put(connection, objectClass, uid, null, inScope: true);
        return uid;
    });

    public void WriteOutOfScope(ObjectClass objectClass, int count) => Write(connection =>
    {
        for (var i = 0; i < count; i++)
            Put(connection, objectClass, new Uid($"x{Guid.NewGuid():N}"), null, inScope: false);
        return count;
    });

    /// <summary>The database itself counts the objects up; their content is one template.</summary>
    public void WriteMany(ObjectClass objectClass, int count) => Write(connection =>
    {
        var uid = new Uid("UID");
        var template = objectClass == ObjectClass.Account
            ? ObjectMapping.Of<Person>().ToConnectorObject(new(uid.Value, uid.Value, "bulk", null, [], null, null, null, null, null, null, null, null, null, Enabled: true))
            : ObjectMapping.Of<Team>().ToConnectorObject(new(uid.Value, uid.Value, null, []));
        var first = (long)Scalar(connection, "SELECT sequence FROM counter")! + 1;
        Execute(
            connection,
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count)
            INSERT INTO object SELECT $class, printf('m%012d', $first + i), $first + i, replace($template, '"UID"', '"' || printf('m%012d', $first + i) || '"'), 1 FROM n
            """,
            ("$count", count), ("$class", objectClass.Name), ("$first", first), ("$template", ConnectorJson.Default.Serialize(template)));
        Execute(connection, "UPDATE counter SET sequence = sequence + $count", ("$count", count));
        return count;
    });

    public void Trim() => Write(connection =>
    {
        Execute(connection, "DELETE FROM object WHERE content IS NULL");
        Execute(connection, "UPDATE counter SET trimmed = sequence");
        return 0;
    });

    public void NumberFrom(long next) => Write(connection => Execute(connection, "UPDATE counter SET sequence = max(sequence, $next - 1)", ("$next", next)));

    public IReadOnlyList<ConnectorObject> Truth(ObjectClass objectClass)
    {
        using var connection = Connect();
        using var command = Command(connection, "SELECT content FROM object WHERE class = $class AND content IS NOT NULL", ("$class", objectClass.Name));
        using var rows = command.ExecuteReader();
        var truth = new List<ConnectorObject>();
        while (rows.Read())
            truth.Add(ConnectorJson.Default.Deserialize<ConnectorObject>(rows.GetString(0)));
        return truth;
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static object? Scalar(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private static Uid UidOf(ObjectDraft draft) => new(draft.ObjectClass == ObjectClass.Group ? draft.Name.Value : draft.Key);

    private static bool IsLive(SqliteConnection connection, ObjectClass objectClass, Uid uid) =>
        Scalar(connection, "SELECT 1 FROM object WHERE class = $class AND uid = $uid AND content IS NOT NULL", ("$class", objectClass.Name), ("$uid", uid.Value)) is not null;

    private static void Require(SqliteConnection connection, ObjectClass objectClass, Uid uid)
    {
        if (!IsLive(connection, objectClass, uid))
            throw new UnknownUidException(string.Create(CultureInfo.InvariantCulture, $"There is no {objectClass} '{uid}'."));
    }

    private static void Put(SqliteConnection connection, ObjectClass objectClass, Uid uid, ConnectorObject? content, bool inScope)
    {
        Execute(connection, "UPDATE counter SET sequence = sequence + 1");
        Execute(
            connection,
            "INSERT INTO object SELECT $class, $uid, sequence, $content, $scope FROM counter WHERE true ON CONFLICT (class, uid) DO UPDATE SET sequence = excluded.sequence, content = excluded.content, in_scope = excluded.in_scope",
            ("$class", objectClass.Name), ("$uid", uid.Value), ("$content", content is null ? null : ConnectorJson.Default.Serialize(content)), ("$scope", inScope));
    }

    private T Write<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var done = work(connection);
        transaction.Commit();
        return done;
    }
}
