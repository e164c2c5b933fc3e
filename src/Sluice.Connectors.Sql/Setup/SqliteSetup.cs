using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>The statements for SQLite.</summary>
internal static class SqliteSetup
{
    private const string ByteCollation = "BINARY";

    /// <summary>The triggers of a class, as in <see cref="SqlSetup.NameOf"/>.</summary>
    public static string[] TriggersOf(SqlClass mapping) => mapping.Changed is null ? ["insert", "update", "delete"] : ["insert", "update"];

    public static IEnumerable<string> Statements(SqlClass mapping)
    {
        var source = new SqlName(mapping.Schema, SqlSetup.SourceTable);
        yield return $"CREATE TABLE IF NOT EXISTS {source} (one INTEGER PRIMARY KEY CHECK (one = 1), source TEXT NOT NULL, counter INTEGER NOT NULL)";
        yield return $"INSERT INTO {source} (one, source, counter) VALUES (1, lower(hex(randomblob(16))), 0) ON CONFLICT DO NOTHING";
        foreach (var statement in mapping.Changed is null ? Log(mapping) : mapping.HasTriggers ? Column(mapping) : [])
            yield return statement;
    }

    public static string Trim(SqlClass mapping, DateTimeOffset before)
    {
        var log = new SqlName(mapping.Schema, mapping.Log);
        var time = before.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return $"DELETE FROM {log} WHERE sequence < (SELECT max(sequence) FROM {log} WHERE written < {SqlSetup.Literal(time)})";
    }

    private static IEnumerable<string> Log(SqlClass mapping)
    {
        var log = new SqlName(mapping.Schema, mapping.Log);
        yield return $"""
            CREATE TABLE IF NOT EXISTS {log} (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              mark INTEGER NOT NULL DEFAULT (random()),
              written TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
              source TEXT NOT NULL,
              operation TEXT NOT NULL,
              key TEXT NOT NULL,
              previous TEXT)
            """;
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Schema, mapping.Log + "_key")} ON {new SqlName(mapping.Log)} (source, key, sequence)";
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Schema, mapping.Log + "_previous")} ON {new SqlName(mapping.Log)} (source, previous, sequence)";
        yield return $"INSERT INTO {log} (source, operation, key) SELECT '', 'B', '' WHERE NOT EXISTS (SELECT 1 FROM {log})";

        // Within a trigger a table is named without its schema: it is the trigger's own.
        var (target, entries) = (new SqlName(mapping.SourceInLog), new SqlName(mapping.Log));
        var (name, oldKey, newKey) = (SqlSetup.Literal(mapping.SourceInLog), SqlSetup.Key(mapping, "OLD", ByteCollation), SqlSetup.Key(mapping, "NEW", ByteCollation));
        string[] triggers =
        [
            .. Trigger(mapping, "insert", $"AFTER INSERT ON {target} BEGIN INSERT INTO {entries} (source, operation, key) VALUES ({name}, 'I', {newKey}); END"),
            .. Trigger(mapping, "update", $"AFTER UPDATE ON {target} BEGIN INSERT INTO {entries} (source, operation, key, previous) VALUES ({name}, 'U', {newKey}, nullif({oldKey}, {newKey})); END"),
            .. Trigger(mapping, "delete", $"AFTER DELETE ON {target} BEGIN INSERT INTO {entries} (source, operation, key) VALUES ({name}, 'D', {oldKey}); END"),
        ];
        foreach (var statement in triggers)
            yield return statement;
    }

    private static IEnumerable<string> Column(SqlClass mapping)
    {
        var (table, changed, source) = (new SqlName(mapping.Table), new SqlName(mapping.Changed!), new SqlName(SqlSetup.SourceTable));
        var row = string.Join(" AND ", mapping.Key.Select(column => $"{new SqlName(column)} = NEW.{new SqlName(column)}"));
        var number = $"BEGIN UPDATE {source} SET counter = counter + 1; UPDATE {table} SET {changed} = (SELECT counter FROM {source}) WHERE {row}; END";
        yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {new SqlName(mapping.Schema, $"sluice_changed_{mapping.Table}")} ON {table} ({changed}) WHERE {changed} > 0";

        // Also where an application writes a value of the column back that it read earlier; not for the trigger's own update, whatever recursive_triggers says.
        string[] triggers =
        [
            .. Trigger(mapping, "insert", $"AFTER INSERT ON {table} {number}"),
            .. Trigger(mapping, "update", $"AFTER UPDATE ON {table} WHEN NEW.{changed} IS OLD.{changed} OR NEW.{changed} IS NOT (SELECT counter FROM {source}) {number}"),
        ];
        foreach (var statement in triggers)
            yield return statement;
    }

    /// <summary>A trigger in the place of one that an earlier script made.</summary>
    private static string[] Trigger(SqlClass mapping, string what, string body)
    {
        var trigger = new SqlName(mapping.Schema, SqlSetup.NameOf(mapping, what));
        return [$"DROP TRIGGER IF EXISTS {trigger}", $"CREATE TRIGGER {trigger} {body}"];
    }
}
