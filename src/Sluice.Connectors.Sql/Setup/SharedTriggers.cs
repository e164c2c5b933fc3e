namespace Sluice.Connectors.Sql;

/// <summary>Classes of one table share its triggers, which <see cref="SqlSetup"/> prints once: they have to agree on what these write.</summary>
internal static class SharedTriggers
{
    public static IEnumerable<string> Faults(SqlProvider? provider, IEnumerable<SqlClass> classes)
    {
        // SQLite names its triggers ignoring case, and knows no schema but the file's own by another name.
        var isSqlite = provider == SqlProvider.Sqlite;
        foreach (var table in classes.Where(one => one.HasTriggers).GroupBy(one => isSqlite ? ((one.Schema ?? "main").ToUpperInvariant(), one.SourceInLog.ToUpperInvariant()) : (one.Schema ?? "", one.SourceInLog)))
        {
            var first = table.First();
            foreach (var other in table.Skip(1))
            {
                if (string.Join(" and ", Differences(first, other, isSqlite)) is { Length: > 0 } differences)
                    yield return $"The classes {first.Class} and {other.Class} share the triggers of '{first.SourceInLog}', but differ in {differences}. Let them agree; where one of them needs something else, give it a table of its own, or a changed column of the application's with {nameof(SqlClass.LosesLateCommits)}=true.";
            }
        }
    }

    private static IEnumerable<string> Differences(SqlClass first, SqlClass other, bool isSqlite)
    {
        if (!string.Equals(first.SourceInLog, other.SourceInLog, StringComparison.Ordinal))
            yield return $"its spelling ('{other.SourceInLog}')";
        if (first.Changed is null && other.Changed is null)
        {
            if (!first.Key.SequenceEqual(other.Key, StringComparer.Ordinal))
                yield return nameof(SqlClass.Key);
            if (!string.Equals(first.Log, other.Log, StringComparison.Ordinal))
                yield return nameof(SqlClass.Log);
        }
        else if (!string.Equals(first.Changed, other.Changed, StringComparison.Ordinal) && (isSqlite || (first.Changed is not null && other.Changed is not null)))
        {
            // PostgreSQL's triggers of the log and of the column stand beside each other.
            yield return nameof(SqlClass.Changed);
        }
    }
}
