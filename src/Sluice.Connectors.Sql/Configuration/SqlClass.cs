using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// An object class and the table, or view, that holds its objects. As text it reads like a connection string, with the same rules for
/// quoting: <c>Class=__ACCOUNT__; Table=person; Key=id; Name=login; Columns=mail,enabled as __ENABLE__</c>.
/// </summary>
public sealed class SqlClass
{
    /// <summary>The change log's name where none is given.</summary>
    public const string DefaultLog = "sluice_change";

    /// <summary>The object class's name.</summary>
    public required string Class { get; init; }

    /// <summary>The schema of the table and its change log; null where the database decides (<c>main</c>, the first of the search path).</summary>
    public string? Schema { get; init; }

    /// <summary>The table or view.</summary>
    public required string Table { get; init; }

    /// <summary>The columns that identify a row: texts, whole numbers or uuids, never null. Several become one uid, separated by commas.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The column that people know a row by; the uid where it is left out.</summary>
    public string? Name { get; init; }

    /// <summary>The columns that become attributes; where it is empty, all but those that have another role.</summary>
    public IReadOnlyList<SqlAttribute> Columns { get; init; } = [];

    /// <summary>
    /// The column that moves with each change of a row. Where it is left out, changes come from the change log. What the column has to be, so
    /// that none is lost, is told in docs/sql-connector.md; <see cref="SqlSetup"/> prints the triggers that keep it.
    /// </summary>
    public string? Changed { get; init; }

    /// <summary>
    /// The column that marks a row as deleted: a boolean or a number, neither null nor false nor 0, or a date or time stamp that is not null. Only
    /// beside <see cref="Changed"/>.
    /// </summary>
    public string? Tombstone { get; init; }

    /// <summary>The change log: a table in the layout that <see cref="SqlSetup"/> prints, or a view that looks like it.</summary>
    public string Log { get; init; } = DefaultLog;

    /// <summary>By which name the change log knows the rows: the table below a view; otherwise left out.</summary>
    public string? LogSource { get; init; }

    /// <summary>
    /// A <see cref="Changed"/> column is taken that does not follow the order of commits, a time stamp for instance. A change that is committed late is lost then (SLC907).
    /// </summary>
    public bool LosesLateCommits { get; init; }

    /// <summary>The table that the triggers are on.</summary>
    internal string SourceInLog => Changed is null && LogSource is { } source ? source : Table;

    /// <summary>Whether the setup script's triggers keep its changes; otherwise the application writes the changed column.</summary>
    internal bool HasTriggers => Changed is null || !LosesLateCommits;

    /// <summary>What these triggers write to: the log, or the table itself.</summary>
    internal string WrittenByTriggers => Changed is null ? Log : Table;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">The text form.</param>
    /// <exception cref="FormatException">The text is not the text form of a class; the message says what is wrong.</exception>
    public static SqlClass Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new DbConnectionStringBuilder();
        try
        {
            given.ConnectionString = text;
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"'{text}' does not read like Class=__ACCOUNT__; Table=person; Key=id. {exception.Message}", exception);
        }

        var values = given.Keys.Cast<string>().ToDictionary(key => key, key => (string)given[key], StringComparer.OrdinalIgnoreCase);
        string? Take(string key) => values.Remove(key, out var value) && value.Length > 0 ? value : null;
        string Need(string key) => Take(key) ?? throw new FormatException($"'{text}' does not tell {key}.");
        var result = new SqlClass
        {
            Class = Need(nameof(Class)),
            Schema = Take(nameof(Schema)),
            Table = Need(nameof(Table)),
            Key = [.. ColumnList.Parse(Need(nameof(Key))).Select(column => column.Column)],
            Name = Take(nameof(Name)),
            Columns = Take(nameof(Columns)) is { } columns ? ColumnList.Parse(columns) : [],
            Changed = Take(nameof(Changed)),
            Tombstone = Take(nameof(Tombstone)),
            Log = Take(nameof(Log)) ?? DefaultLog,
            LogSource = Take(nameof(LogSource)),
            LosesLateCommits = Take(nameof(LosesLateCommits)) is { } flag && (bool.TryParse(flag, out var loses) ? loses : throw new FormatException($"{nameof(LosesLateCommits)} is true or false, not '{flag}'.")),
        };
        if (values.Count > 0)
        {
            throw new FormatException(
                $"'{text}' tells {string.Join(" and ", values.Keys.Order(StringComparer.Ordinal))}, which is unknown; known are {nameof(Class)}, {nameof(Schema)}, {nameof(Table)}, {nameof(Key)}, {nameof(Name)}, " +
                $"{nameof(Columns)}, {nameof(Changed)}, {nameof(Tombstone)}, {nameof(Log)}, {nameof(LogSource)} and {nameof(LosesLateCommits)}.");
        }

        return result.Tombstone is null || result.Changed is not null
            ? result
            : throw new FormatException($"'{text}' tells {nameof(Tombstone)} without {nameof(Changed)}; a change log tells deletes by itself.");
    }

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        var given = new DbConnectionStringBuilder();
        void Put(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                given[key] = value;
        }

        Put(nameof(Class), Class);
        Put(nameof(Schema), Schema);
        Put(nameof(Table), Table);
        Put(nameof(Key), ColumnList.Format(Key.Select(column => new SqlAttribute(column))));
        Put(nameof(Name), Name);
        Put(nameof(Columns), ColumnList.Format(Columns));
        Put(nameof(Changed), Changed);
        Put(nameof(Tombstone), Tombstone);
        Put(nameof(Log), string.Equals(Log, DefaultLog, StringComparison.Ordinal) ? null : Log);
        Put(nameof(LogSource), LogSource);
        Put(nameof(LosesLateCommits), LosesLateCommits ? "true" : null);
        return given.ConnectionString;
    }
}
