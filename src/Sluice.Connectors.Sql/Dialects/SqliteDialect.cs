using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sluice.Connectors.Sql;

/// <summary>SQLite. Its provider works synchronously below its asynchronous face; a page is short work.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    // Result codes, see the SQLite documentation.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Constraint = 19, NotADatabase = 26;
    private const int NotNullConstraint = Constraint | (5 << 8), PrimaryKeyConstraint = Constraint | (6 << 8), UniqueConstraint = Constraint | (8 << 8);

    private static readonly string[] Constants = ["NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"];

    private readonly ISqlWatch? _watch;
    private readonly string _connectionString;

    // Named here, not found by its name: a trimmed program has no other way to know that it is needed.
    static SqliteDialect() => SQLitePCL.Batteries_V2.Init();

    public SqliteDialect(SqlConfiguration configuration, ISqlWatch? watch)
    {
        _watch = watch;
        var builder = new SqliteConnectionStringBuilder(configuration.ConnectionString);
        if (!builder.ContainsKey("Mode") || builder.Mode == SqliteOpenMode.ReadWriteCreate)
            builder.Mode = SqliteOpenMode.ReadWrite; // a missing file is an error, not an empty database
        builder.Pooling = false; // a pooled connection would not notice that the file was replaced
        _connectionString = (configuration.Password is { } password ? WithPassword(builder, password) : builder).ConnectionString;
        Database = builder.DataSource;
    }

    public string Database { get; }

    public IChangeDialect Changes { get; } = new SqliteChanges();

    public async ValueTask<SqlSession> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            _watch?.Opened();
            return new(connection, _watch);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<IReadOnlyList<SqlColumn>> ColumnsAsync(SqlSession session, SqlClass mapping, CancellationToken cancellation) =>
        await session.RowsAsync(
            SqlText.Of($"SELECT name, type, \"notnull\", pk, dflt_value, hidden FROM pragma_table_xinfo({mapping.Table}, {mapping.Schema ?? "main"})"),
            row =>
            {
                var typeName = row.TextAt(1) ?? "";
                var isRowNumber = row.GetInt64(3) != 0 && typeName.Equals("INTEGER", StringComparison.OrdinalIgnoreCase);
                var column = new SqlColumn(row.GetString(0), typeName, TypeOf(typeName))
                {
                    IsNotNull = row.GetInt64(2) != 0,
                    HasDefault = !row.IsDBNull(4) || isRowNumber,
                    Default = row.TextAt(4) is { } expression ? DefaultOf(expression) : null,
                    IsGenerated = row.GetInt64(5) is 2 or 3,
                    ComparesExactly = TypeOf(typeName) is not AttributeType.String, // no pragma tells the collation
                };

                // A uuid is a text here, in either case, and compares as one.
                return column.Type is AttributeType.Guid ? column with { AsKey = column with { Type = AttributeType.String, ComparesExactly = false } } : column;
            },
            cancellation).ConfigureAwait(false);

    public object? Read(DbDataReader reader, int ordinal, SqlColumn column)
    {
        // By what is stored, not by what was declared: a column holds values of any type, and the typed readers convert silently.
        var stored = reader.GetValue(ordinal);
        return (column.Type, stored) switch
        {
            (AttributeType.String, string text) => text,
            (AttributeType.Int64, long number) => number,
            (AttributeType.Boolean, long number and (0 or 1)) => number == 1,
            (AttributeType.Double, double number) => number,
            (AttributeType.Double, long number) => (double)number,
            (AttributeType.Bytes, byte[] bytes) => bytes,
            (AttributeType.Guid, string text) => Guid.Parse(text),
            (AttributeType.Date, string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            (AttributeType.DateTimeOffset, string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            _ => throw new InvalidCastException($"A {stored.GetType().Name} is stored there."),
        };
    }

    public object Write(object value, SqlColumn column) => value switch
    {
        bool flag => flag ? 1L : 0L,
        Guid guid => guid.ToString("D").ToUpperInvariant(), // as SQLite's provider writes it
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        _ => value,
    };

    public bool Carries(string text) => !text.Contains('\0', StringComparison.Ordinal) && WellFormed(text);

    public SqlText? Condition(TextFilter filter, SqlColumn column)
    {
        // By bytes: LIKE ignores the case of ASCII letters here, and the functions for text end at the first NUL.
        var value = SqlText.Of($"CAST({column.Quoted} AS BLOB)");
        var wanted = SqlText.Of($"CAST({filter.Text} AS BLOB)");
        return filter switch
        {
            StartsWithFilter => SqlText.Of($"substr({value}, 1, length({wanted})) = {wanted}"),
            EndsWithFilter => SqlText.Of($"substr({value}, -length({wanted})) = {wanted}"),
            _ => SqlText.Of($"instr({value}, {wanted}) > 0"),
        };
    }

    public SqlText? Condition(string comparison, object operand, SqlColumn column)
    {
        var operation = new Operator(comparison);
        return (column.Type, operand) switch
        {
            (AttributeType.String, string) when operation.IsEquality || Operator.OrdersAlike((string)operand) => SqlText.Of($"{column.Quoted} COLLATE BINARY {operation.Sql} {operand}"),
            (AttributeType.Int64, int or long) => SqlText.Of($"{column.Quoted} {operation.Sql} {operand}"),
            (AttributeType.Double, double number) when double.IsFinite(number) => SqlText.Of($"{column.Quoted} {operation.Sql} {operand}"),
            (AttributeType.Boolean, bool) when operation.IsEquality => SqlText.Of($"{column.Quoted} = {Write(operand, column)}"),
            (AttributeType.Date, DateOnly) => SqlText.Of($"{column.Quoted} {operation.Sql} {Write(operand, column)}"),
            (AttributeType.Bytes, byte[]) when operation.IsEquality => SqlText.Of($"{column.Quoted} = {operand}"),
            _ => null, // numbers of other types, and what is stored as text in several forms: the facade compares them
        };
    }

    public ConnectorException Explain(DbException exception) => exception is not SqliteException sqlite
        ? new ConnectorException($"The database '{Database}' failed: {exception.Message}", exception)
        : sqlite.SqliteErrorCode switch
        {
            CannotOpen => new ConnectionFailedException($"The database '{Database}' cannot be opened: {sqlite.Message} Is the file there, and may it be read?", sqlite),
            NotADatabase => new ConnectionFailedException($"The file '{Database}' is not a SQLite database.", sqlite),
            Busy or Locked => new ConnectionFailedException($"The database '{Database}' is locked by another program for too long.", sqlite) { IsTransient = true },
            IoError or Corrupt or Full => new ConnectionBrokenException($"The database '{Database}' cannot be read or written any more: {sqlite.Message}", sqlite),
            ReadOnly => new PermissionDeniedException($"The database '{Database}' is read-only.", sqlite),
            Constraint when sqlite.SqliteExtendedErrorCode is PrimaryKeyConstraint or UniqueConstraint => new AlreadyExistsException($"The database '{Database}' has such a row already: {sqlite.Message}", sqlite),
            Constraint when sqlite.SqliteExtendedErrorCode == NotNullConstraint => new InvalidAttributeValueException($"A value is missing: {sqlite.Message}", sqlite),
            Constraint => new InvalidAttributeValueException($"The database '{Database}' refused a value: {sqlite.Message}", sqlite),
            _ when sqlite.Message.Contains("no such table", StringComparison.Ordinal) => new ConnectorException($"The database '{Database}' lacks a table: {sqlite.Message} Was the script of {nameof(SqlSetup)}.{nameof(SqlSetup.Script)} run?", sqlite),
            _ => new ConnectorException($"The database '{Database}' refused a statement: {sqlite.Message}", sqlite),
        };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static bool WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
                return false;
        }

        return true;
    }

    private static SqliteConnectionStringBuilder WithPassword(SqliteConnectionStringBuilder builder, GuardedString password)
    {
        builder.Password = password.Access(characters => new string(characters));
        return builder;
    }

    /// <summary>A default, as an expression; a single word or a quoted one is a text in a table's definition, but would be a column here.</summary>
    private static string DefaultOf(string definition)
    {
        var isQuoted = definition is ['"', .., '"'];
        var isWord = (char.IsLetter(definition, 0) || definition[0] == '_') && definition.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
        return isQuoted || (isWord && !Constants.Contains(definition, StringComparer.OrdinalIgnoreCase))
            ? SqlSetup.Literal(isQuoted ? definition[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : definition)
            : $"({definition}\n)"; // it may end in a comment
    }

    /// <summary>What a declared type means; by the documented rules for affinity, with the types in front that have none.</summary>
    private static AttributeType? TypeOf(string declared)
    {
        bool Says(string word) => declared.Contains(word, StringComparison.OrdinalIgnoreCase);
        return Says("BOOL") ? AttributeType.Boolean
            : Says("DATETIME") || Says("TIMESTAMP") ? AttributeType.DateTimeOffset
            : Says("DATE") ? AttributeType.Date
            : Says("GUID") || Says("UUID") || Says("UNIQUEIDENTIFIER") ? AttributeType.Guid
            : Says("INT") ? AttributeType.Int64
            : Says("CHAR") || Says("CLOB") || Says("TEXT") ? AttributeType.String
            : Says("BLOB") ? AttributeType.Bytes
            : Says("REAL") || Says("FLOA") || Says("DOUB") ? AttributeType.Double
            : null;
    }
}
