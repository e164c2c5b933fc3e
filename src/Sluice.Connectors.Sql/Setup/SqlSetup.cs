using System.Text;

namespace Sluice.Connectors.Sql;

/// <summary>
/// Prints what a database needs so that its changes can be read: the change log with its triggers, or the triggers that keep a changed
/// column, and the identity that recognises a restored or another database. A script can be run again: what is there stays, but for
/// the triggers, which are replaced.
/// </summary>
public static class SqlSetup
{
    /// <summary>The table with the database's identity, one row.</summary>
    public const string SourceTable = "sluice_source";

    /// <summary>The script for all classes of a configuration. A database administrator reads it, and runs it in one transaction.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>SQL, each statement ending with a semicolon at the end of a line.</returns>
    public static string Script(SqlConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var script = new StringBuilder();
        foreach (var statement in Statements(configuration))
            script.Append(statement).Append(";\n\n");
        return script.ToString();
    }

    /// <summary>The script's statements, each once.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="FormatException">A class is not in its text form, or two classes need other triggers on one table.</exception>
    public static IReadOnlyList<string> Statements(SqlConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var isPostgreSql = configuration.Provider == SqlProvider.PostgreSql;
        var classes = configuration.Parsed();
        if (SharedTriggers.Faults(configuration.Provider, classes).FirstOrDefault() is { } fault)
            throw new FormatException(fault);
        return [.. classes.SelectMany(mapping => isPostgreSql ? PostgreSqlSetup.Statements(mapping) : SqliteSetup.Statements(mapping)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The statement that shortens a change log: it removes the settled entries that were written before a point in time, and keeps the newest
    /// of them, on which a token may stand. A token from before that is refused from then on (SLC214).
    /// </summary>
    /// <param name="provider">The kind of database.</param>
    /// <param name="mapping">A class whose log it is.</param>
    /// <param name="before">The point in time.</param>
    public static string TrimStatement(SqlProvider provider, SqlClass mapping, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return provider == SqlProvider.PostgreSql ? PostgreSqlSetup.Trim(mapping, before) : SqliteSetup.Trim(mapping, before);
    }

    /// <summary>
    /// The statement that gives a database another identity, so that every token from before is refused (SLC215). It belongs to the restore of a
    /// SQLite file whose classes have a changed column: a counter does not tell that it was set back.
    /// </summary>
    /// <param name="provider">The kind of database.</param>
    /// <param name="mapping">A class in it.</param>
    public static string NewIdentityStatement(SqlProvider provider, SqlClass mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return $"UPDATE {new SqlName(mapping.Schema, SourceTable)} SET source = {(provider == SqlProvider.PostgreSql ? "gen_random_uuid()" : "lower(hex(randomblob(16)))")}";
    }

    /// <summary>A text in a script; nothing that it holds ends it.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The key of a row as a uid, as <see cref="KeyText"/> writes it, and compared as one: by each byte, whatever the column's collation ignores.</summary>
    internal static string Key(SqlClass mapping, string row, string byteCollation)
    {
        string AsText(string column) => $"CAST({row}.{new SqlName(column)} AS text) COLLATE {byteCollation}";
        return mapping.Key is [var only]
            ? AsText(only)
            : string.Join(" || ',' || ", mapping.Key.Select(column => $"replace(replace({AsText(column)}, '\\', '\\\\'), ',', '\\,')"));
    }

    /// <summary>Names a thing that belongs to a table.</summary>
    internal static string NameOf(SqlClass mapping, string what) => $"sluice_{what}_{mapping.SourceInLog}";
}
