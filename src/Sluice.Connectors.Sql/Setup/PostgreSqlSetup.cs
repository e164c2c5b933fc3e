using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>The statements for PostgreSQL.</summary>
internal static class PostgreSqlSetup
{
    private const string ByteCollation = "\"C\"";

    /// <summary>The triggers of a class, as in <see cref="SqlSetup.NameOf"/>.</summary>
    public static string[] TriggersOf(SqlClass mapping) => mapping.Changed is null ? ["log", "truncate"] : ["changed"];

    public static IEnumerable<string> Statements(SqlClass mapping) => mapping.Changed is null ? Log(mapping) : mapping.HasTriggers ? Column(mapping) : [];

    public static string Trim(SqlClass mapping, DateTimeOffset before)
    {
        var log = new SqlName(mapping.Schema, mapping.Log);
        var time = before.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture);
        return $"""
            DELETE FROM {log} WHERE (transaction, sequence) < (
              SELECT transaction, sequence FROM {log}
              WHERE written < {SqlSetup.Literal(time)} AND transaction < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY transaction DESC, sequence DESC LIMIT 1)
            """;
    }

    private static IEnumerable<string> Log(SqlClass mapping)
    {
        var source = new SqlName(mapping.Schema, SqlSetup.SourceTable);
        yield return $"CREATE TABLE IF NOT EXISTS {source} (one boolean PRIMARY KEY DEFAULT true CHECK (one), source uuid NOT NULL DEFAULT gen_random_uuid())";
        yield return $"INSERT INTO {source} DEFAULT VALUES ON CONFLICT DO NOTHING";

        var log = new SqlName(mapping.Schema, mapping.Log);
        yield return $"""
            CREATE TABLE IF NOT EXISTS {log} (
              sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
              mark bigint NOT NULL DEFAULT (random() * 9007199254740991)::bigint,
              written timestamptz NOT NULL DEFAULT clock_timestamp(),
              source text NOT NULL,
              operation text NOT NULL,
              key text NOT NULL,
              previous text)
            """;
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Log + "_order")} ON {log} (transaction, sequence)";
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Log + "_source")} ON {log} (source, transaction, sequence)";
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Log + "_key")} ON {log} (source, key, sequence)";
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(mapping.Log + "_previous")} ON {log} (source, previous, sequence) WHERE previous IS NOT NULL";
        yield return $"INSERT INTO {log} (source, operation, key) SELECT '', 'B', '' WHERE NOT EXISTS (SELECT 1 FROM {log})";

        // The function runs as its owner: whoever may write the table need not be allowed to write the log.
        var table = new SqlName(mapping.Schema, mapping.SourceInLog);
        var (name, oldKey, newKey) = (SqlSetup.Literal(mapping.SourceInLog), SqlSetup.Key(mapping, "OLD", ByteCollation), SqlSetup.Key(mapping, "NEW", ByteCollation));
        var function = new SqlName(mapping.Schema, $"sluice_log_{mapping.SourceInLog}");
        yield return Function(function, $"""
            BEGIN
              IF TG_OP = 'INSERT' THEN
                INSERT INTO {log} (source, operation, key) VALUES ({name}, 'I', {newKey});
              ELSIF TG_OP = 'UPDATE' THEN
                INSERT INTO {log} (source, operation, key, previous) VALUES ({name}, 'U', {newKey}, nullif({oldKey}, {newKey}));
              ELSIF TG_OP = 'DELETE' THEN
                INSERT INTO {log} (source, operation, key) VALUES ({name}, 'D', {oldKey});
              ELSE
                INSERT INTO {log} (source, operation, key) SELECT {name}, 'D', {SqlSetup.Key(mapping, "t", ByteCollation)} FROM {table} t;
              END IF;
              RETURN NULL;
            END
            """);
        foreach (var statement in Trigger(mapping, "log", "AFTER INSERT OR UPDATE OR DELETE", table, $"FOR EACH ROW EXECUTE FUNCTION {function}()"))
            yield return statement;
        foreach (var statement in Trigger(mapping, "truncate", "BEFORE TRUNCATE", table, $"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"))
            yield return statement;
    }

    private static IEnumerable<string> Column(SqlClass mapping)
    {
        var (table, changed) = (new SqlName(mapping.Schema, mapping.Table), new SqlName(mapping.Changed!));
        var function = new SqlName(mapping.Schema, $"sluice_changed_{mapping.Table}");
        yield return $"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {changed} xid8 NOT NULL DEFAULT pg_current_xact_id()";
        yield return $"CREATE INDEX IF NOT EXISTS {new SqlName(SqlSetup.NameOf(mapping, "changed"))} ON {table} ({changed}, {string.Join(", ", mapping.Key.Select(column => new SqlName(column)))})";
        yield return Function(function, $"""
            BEGIN
              NEW.{changed} := pg_current_xact_id();
              RETURN NEW;
            END
            """);
        foreach (var statement in Trigger(mapping, "changed", "BEFORE INSERT OR UPDATE", table, $"FOR EACH ROW EXECUTE FUNCTION {function}()"))
            yield return statement;
    }

    // Always: what logical replication applies is a change as well, and ordinary triggers rest there.
    private static string[] Trigger(SqlClass mapping, string what, string when, SqlName table, string calls)
    {
        var trigger = new SqlName(SqlSetup.NameOf(mapping, what));
        return [$"CREATE OR REPLACE TRIGGER {trigger} {when} ON {table} {calls}", $"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"];
    }

    // Quoted by a tag of its own, so that no name can end the body.
    private static string Function(SqlName name, string body)
    {
        var tag = "$sluice$";
        while (body.Contains(tag, StringComparison.Ordinal))
            tag = tag.Insert(tag.Length - 1, "_");
        return $"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS {tag}\n{body}\n{tag}";
    }
}
