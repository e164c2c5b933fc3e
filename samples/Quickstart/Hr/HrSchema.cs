using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>The tables of the HR database and the triggers that keep its change log.</summary>
internal static class HrSchema
{
    /// <summary>The database's <c>user_version</c>: says that it is ours, and complete.</summary>
    public const long Version = 53_201;

    /// <summary>
    /// The log holds the newest change of each row, under a sequence number that only grows; a deleted row leaves its entry as a
    /// tombstone (kept for ever here; a system that prunes them answers an older token with <see cref="SyncTokenExpiredException"/>).
    /// </summary>
    /// <remarks>
    /// May a reader that has seen number 7 rely on never finding a 6 later? Here yes: SQLite has a single writer, and a number is
    /// taken inside its transaction, so numbers are taken in the order of the commits. In a database with parallel writers a slow
    /// transaction takes 6 early and commits late: there a sequence alone loses changes (SLC907), and a connector needs commit
    /// order, a log position or an overlap.
    /// </remarks>
    private static readonly string[] Statements =
    [
        """
        CREATE TABLE change (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            class TEXT NOT NULL,
            uid TEXT NOT NULL,
            deleted INTEGER NOT NULL,
            UNIQUE (class, uid))
        """,
        "CREATE INDEX change_of_class ON change (class, sequence)",
        """
        CREATE TABLE person (
            uid TEXT PRIMARY KEY,
            login TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            mail TEXT,
            department TEXT NOT NULL,
            enabled INTEGER NOT NULL)
        """,
        """
        CREATE TABLE team (
            uid TEXT PRIMARY KEY,
            title TEXT NOT NULL UNIQUE,
            description TEXT)
        """,
        """
        CREATE TABLE member (
            team TEXT NOT NULL REFERENCES team (uid) ON DELETE CASCADE,
            person TEXT NOT NULL REFERENCES person (uid) ON DELETE CASCADE,
            PRIMARY KEY (team, person)) WITHOUT ROWID
        """,
        "CREATE INDEX member_of ON member (person)",
        Logs("person", "INSERT", "NEW.uid", deleted: 0),
        Logs("person", "UPDATE", "NEW.uid", deleted: 0),
        Logs("person", "DELETE", "OLD.uid", deleted: 1),
        Logs("team", "INSERT", "NEW.uid", deleted: 0),
        Logs("team", "UPDATE", "NEW.uid", deleted: 0),
        Logs("team", "DELETE", "OLD.uid", deleted: 1),

        // Who belongs to a team is part of the team.
        Logs("member", "INSERT", "NEW.team", deleted: 0, logged: "team"),
        Logs("member", "DELETE", "OLD.team", deleted: 0, logged: "team", when: "WHEN EXISTS (SELECT 1 FROM team WHERE uid = OLD.team)"),
    ];

    /// <summary>Creates tables and triggers, in the caller's transaction.</summary>
    public static void Create(SqliteConnection connection)
    {
        foreach (var statement in Statements)
            connection.Execute(statement);
        connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {Version}"));
    }

    // Delete and insert, since the new number is the point; "OR REPLACE" would give way to the conflict clause of the outer statement.
    private static string Logs(string table, string on, string uid, int deleted, string? logged = null, string when = "") => FormattableString.Invariant($"""
        CREATE TRIGGER {table}_{on} AFTER {on} ON {table} {when}
        BEGIN
            DELETE FROM change WHERE class = '{logged ?? table}' AND uid = {uid};
            INSERT INTO change (class, uid, deleted) VALUES ('{logged ?? table}', {uid}, {deleted});
        END
        """);
}
