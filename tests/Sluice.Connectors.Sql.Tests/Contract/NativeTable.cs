using System.Collections;
using System.Globalization;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>A table as an application keeps it, written and read by hand: another way to the same values than the connector's.</summary>
internal sealed record NativeTable(string ObjectClass, string Name, string Key, string NameColumn)
{
    /// <summary>The tables; where a log tells renames, a team's title is its key.</summary>
    public static NativeTable[] All(bool hasLog) => [new(ObjectClasses.Account, "person", "id", "login"), new(ObjectClasses.Group, "team", hasLog ? "title" : "id", "title")];

    public static NativeTable Of(ObjectClass objectClass, bool hasLog) => All(hasLog).Single(table => table.ObjectClass == objectClass.Name);

    public IEnumerable<(string Column, string Attribute, AttributeType Type)> Columns(bool isSqlite)
    {
        yield return ("mail", "mail", AttributeType.String);
        if (Name == "team")
            yield break;
        yield return ("enabled", AttributeNames.Enabled, AttributeType.Boolean);
        yield return ("age", "age", AttributeType.Int64);
        yield return ("ratio", "ratio", AttributeType.Double);
        yield return ("born", "born", AttributeType.Date);
        yield return ("seen", "seen", AttributeType.DateTimeOffset);
        yield return ("code", "code", AttributeType.Guid);
        yield return ("photo", "photo", AttributeType.Bytes);
        if (isSqlite)
            yield break;
        yield return ("salary", "salary", AttributeType.Decimal);
        yield return ("tags", "tags", AttributeType.String);
    }

    public IEnumerable<string> AllColumns(bool isSqlite) => Columns(isSqlite).Select(one => one.Column).Append("hidden").Append(Key).Concat(Key == NameColumn ? [] : [NameColumn]);

    public SqlClass Class(bool hasLog, bool isSqlite) => new()
    {
        Class = ObjectClass,
        Table = hasLog ? $"visible_{Name}" : Name,
        LogSource = hasLog ? Name : null,
        Key = [Key],
        Name = Key == NameColumn ? null : NameColumn,
        Columns = [.. Columns(isSqlite).Select(one => new SqlAttribute(one.Column, one.Attribute))],
        Changed = hasLog ? null : "changed",
        Tombstone = hasLog ? null : "hidden",
    };

    public string[] Script(bool isSqlite, bool hasLog)
    {
        var types = isSqlite
            ? new Dictionary<AttributeType, string> { [AttributeType.String] = "TEXT", [AttributeType.Boolean] = "BOOLEAN", [AttributeType.Int64] = "INTEGER", [AttributeType.Double] = "REAL", [AttributeType.Date] = "DATE", [AttributeType.DateTimeOffset] = "DATETIME", [AttributeType.Guid] = "UUID", [AttributeType.Bytes] = "BLOB" }
            : new() { [AttributeType.String] = "text", [AttributeType.Boolean] = "boolean", [AttributeType.Int64] = "bigint", [AttributeType.Double] = "float8", [AttributeType.Date] = "date", [AttributeType.DateTimeOffset] = "timestamptz", [AttributeType.Guid] = "uuid", [AttributeType.Bytes] = "bytea", [AttributeType.Decimal] = "numeric" };
        var columns = Columns(isSqlite).Select(one => $"{one.Column} {types[one.Type]}{(one.Column == "tags" ? "[]" : "")}");
        var text = isSqlite ? "TEXT" : "text";
        return
        [
            $"CREATE TABLE {Name} ({Key} {text} PRIMARY KEY{(Key == NameColumn ? "" : $", {NameColumn} {text} NOT NULL")}, {string.Join(", ", columns)}, hidden boolean NOT NULL DEFAULT {(isSqlite ? "0" : "false")}{(!hasLog && isSqlite ? ", changed INTEGER NOT NULL DEFAULT 0" : "")})",
            $"CREATE VIEW visible_{Name} AS SELECT * FROM {Name} WHERE hidden = {(isSqlite ? "0" : "false")}",
        ];
    }

    public static object? Parameter(object? value, bool isSqlite) => value switch
    {
        null => null,
        object[] many => many.Cast<string>().ToArray(),
        DateTimeOffset time => isSqlite ? time.ToString("O", CultureInfo.InvariantCulture) : time.ToUniversalTime(),
        Guid guid when isSqlite => guid.ToString(),
        DateOnly date when isSqlite => date.ToString("O", CultureInfo.InvariantCulture),
        bool flag when isSqlite => flag ? 1 : 0,
        _ => value,
    };

    public static object? Value(object? raw, AttributeType type) => (type, raw) switch
    {
        (_, null) => null,
        (AttributeType.Boolean, long number) => number != 0,
        (AttributeType.Double, long number) => (double)number,
        (AttributeType.Guid, string text) => Guid.Parse(text),
        (AttributeType.Date, string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        (AttributeType.Date, DateTime day) => DateOnly.FromDateTime(day),
        (AttributeType.DateTimeOffset, string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        (AttributeType.DateTimeOffset, DateTime time) => new DateTimeOffset(time, TimeSpan.Zero),
        (_, IEnumerable and not string and not byte[]) => raw,
        _ => raw,
    };
}
