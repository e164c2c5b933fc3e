using System.Data.Common;
using Npgsql;

namespace Sluice.Connectors.Sql;

/// <summary>PostgreSQL, through Npgsql.</summary>
internal sealed class PostgreSqlDialect : ISqlDialect
{
    // Its values are read with their blanks, but compared without.
    private const string BlankPadded = "bpchar";

    private readonly ISqlWatch? _watch;
    private readonly NpgsqlDataSource _source;

    public PostgreSqlDialect(SqlConfiguration configuration, ISqlWatch? watch)
    {
        _watch = watch;
        var builder = new NpgsqlDataSourceBuilder(configuration.ConnectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.Timezone = "UTC"; // a time stamp without a zone is read as UTC
        settings.ApplicationName ??= "sluice";
        if (configuration.Password is { } password)
        {
            // Asked for each time a connection is opened, so that the text does not live as long as the connector.
            builder.UsePasswordProvider(
                _ => password.Access(characters => new string(characters)),
                (_, _) => new(password.Access(characters => new string(characters))));
        }

        // Only built-in types are read; asking for those that the database defines would cost as much as opening the first connection.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        Database = $"{settings.Database} on {settings.Host}";
        _source = builder.Build();
    }

    public string Database { get; }

    public IChangeDialect Changes { get; } = new PostgreSqlChanges();

    public async ValueTask<SqlSession> OpenAsync(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        _watch?.Opened();
        return new(connection, _watch, ReopenAsync);
    }

    public async ValueTask<IReadOnlyList<SqlColumn>> ColumnsAsync(SqlSession session, SqlClass mapping, CancellationToken cancellation) =>
        await session.RowsAsync(
            SqlText.Of($"""
                SELECT a.attname, t.typname, e.typname, a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attgenerated <> '' OR a.attidentity = 'a', coalesce(c.collisdeterministic, true)
                FROM pg_attribute a
                JOIN pg_type d ON d.oid = a.atttypid
                JOIN pg_type t ON t.oid = CASE WHEN d.typtype = 'd' THEN d.typbasetype ELSE d.oid END
                LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
                LEFT JOIN pg_collation c ON c.oid = a.attcollation
                WHERE a.attrelid = to_regclass({new SqlName(mapping.Schema, mapping.Table).Quoted}) AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY a.attnum
                """),
            row =>
            {
                var typeName = row.GetString(1);
                var element = row.TextAt(2);
                var column = new SqlColumn(row.GetString(0), typeName, element is null ? TypeOf(typeName) : ElementType(element))
                {
                    IsArray = element is not null,
                    IsNotNull = row.GetBoolean(3),
                    HasDefault = row.GetBoolean(4),
                    Default = row.GetBoolean(4) ? "DEFAULT" : null,
                    IsGenerated = row.GetBoolean(5),
                    ComparesExactly = row.GetBoolean(6),
                };

                // Cast to text, as the triggers do, it has no blanks at its end.
                return typeName is BlankPadded ? column with { AsKey = column with { IsTrimmed = true } } : column;
            },
            cancellation).ConfigureAwait(false);

    public object? Read(DbDataReader reader, int ordinal, SqlColumn column) => (column.IsArray, column.Type) switch
    {
        (true, AttributeType.String) => reader.GetFieldValue<string[]>(ordinal),
        (true, AttributeType.Int32) => reader.GetFieldValue<int[]>(ordinal),
        (true, AttributeType.Int64) => reader.GetFieldValue<long[]>(ordinal),
        (true, AttributeType.Guid) => reader.GetFieldValue<Guid[]>(ordinal),
        (_, AttributeType.String) => column.IsTrimmed ? reader.GetString(ordinal).TrimEnd(' ') : reader.GetString(ordinal),
        (_, AttributeType.Boolean) => reader.GetBoolean(ordinal),
        (_, AttributeType.Int32) => reader.GetInt32(ordinal),
        (_, AttributeType.Int64) => reader.GetInt64(ordinal),
        (_, AttributeType.Double) => column.TypeName is "float4" ? reader.GetFloat(ordinal) : reader.GetDouble(ordinal),
        (_, AttributeType.Decimal) => reader.GetDecimal(ordinal),
        (_, AttributeType.DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc)),
        (_, AttributeType.Date) => reader.GetFieldValue<DateOnly>(ordinal),
        (_, AttributeType.Guid) => reader.GetGuid(ordinal),
        (_, AttributeType.Bytes) => reader.GetFieldValue<byte[]>(ordinal),
        _ => throw new InvalidCastException($"The type {column.TypeName} is not supported."),
    };

    public object Write(object value, SqlColumn column) => value switch
    {
        DateTimeOffset time => time.ToUniversalTime(),
        IReadOnlyList<object> values => column.Type switch
        {
            AttributeType.String => values.Cast<string>().ToArray(),
            AttributeType.Int32 => values.Cast<int>().ToArray(),
            AttributeType.Int64 => values.Cast<long>().ToArray(),
            _ => values.Cast<Guid>().ToArray(),
        },
        _ when column.IsArray => Write((object[])[value], column),
        _ => value,
    };

    public bool Carries(string text) => !text.Contains('\0', StringComparison.Ordinal) && SqliteDialect.WellFormed(text);

    public SqlText? Condition(TextFilter filter, SqlColumn column)
    {
        if (column.TypeName is BlankPadded)
            return null;
        var text = filter.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        var pattern = filter switch
        {
            StartsWithFilter => text + "%",
            EndsWithFilter => "%" + text,
            _ => $"%{text}%",
        };
        return SqlText.Of($"{Text(column)} LIKE {pattern} ESCAPE '\\'");
    }

    public SqlText? Condition(string comparison, object operand, SqlColumn column)
    {
        var operation = new Operator(comparison);
        if (column.IsArray)
        {
            return operation.IsEquality && column.ComparesExactly && operand.GetType() == AttributeTypes.ClrType(column.Type!.Value)
                ? SqlText.Of($"coalesce({operand} = ANY({column.Quoted}), false)")
                : null;
        }

        return (column.Type, operand) switch
        {
            (AttributeType.String, _) when column.TypeName is BlankPadded => null,
            (AttributeType.String, string) when operation.IsEquality => SqlText.Of($"{Text(column)} = {operand}"),
            (AttributeType.String, string text) when Operator.OrdersAlike(text) => SqlText.Of($"{column.Quoted} COLLATE \"C\" {operation.Sql} {operand}"),
            (AttributeType.Int32 or AttributeType.Int64 or AttributeType.Decimal, int or long or decimal) => SqlText.Of($"{column.Quoted} {operation.Sql} {operand}"),

            // Here NaN equals itself and is greater than all; in a filter it fulfils nothing.
            (AttributeType.Double, double number) when !double.IsNaN(number) => SqlText.Of($"{column.Quoted} <> 'NaN' AND {column.Quoted} {operation.Sql} {operand}"),
            (AttributeType.Boolean, bool) when operation.IsEquality => SqlText.Of($"{column.Quoted} = {operand}"),
            (AttributeType.Date, DateOnly) => SqlText.Of($"{column.Quoted} {operation.Sql} {operand}"),
            (AttributeType.Guid, Guid) when operation.IsEquality => SqlText.Of($"{column.Quoted} = {operand}"),
            (AttributeType.Bytes, byte[]) when operation.IsEquality => SqlText.Of($"{column.Quoted} = {operand}"),

            // The server keeps microseconds; a finer operand would be rounded.
            (AttributeType.DateTimeOffset, DateTimeOffset time) when time.Ticks % TimeSpan.TicksPerMicrosecond == 0 => SqlText.Of($"{column.Quoted} {operation.Sql} {Write(time, column)}"),
            _ => null,
        };
    }

    public ConnectorException Explain(DbException exception) => exception switch
    {
        PostgresException { SqlState: ['2', '8', ..] } refused => new InvalidCredentialException($"The database {Database} refused the user or the password: {refused.MessageText}", refused),
        PostgresException { SqlState: "42501" } refused => new PermissionDeniedException($"The database {Database} did not allow it: {refused.MessageText}", refused),
        PostgresException { SqlState: "42P01" } missing => new ConnectorException($"The database {Database} lacks a table: {missing.MessageText}. Was the script of {nameof(SqlSetup)}.{nameof(SqlSetup.Script)} run?", missing),
        PostgresException { SqlState: "23505" } refused => new AlreadyExistsException($"The database {Database} has such a row already: {refused.MessageText}", refused),
        PostgresException { SqlState: ['2', '2', ..] or ['2', '3', ..] } refused => new InvalidAttributeValueException($"The database {Database} refused a value: {refused.MessageText}", refused),
        PostgresException { SqlState: ['0', '8', ..] or ['5', '7', ..] } broken => new ConnectionBrokenException($"The connection to the database {Database} broke: {broken.MessageText}", broken) { IsTransient = true },
        PostgresException other => new ConnectorException($"The database {Database} refused a statement ({other.SqlState}): {other.MessageText}", other) { IsTransient = other.IsTransient },
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException } failed => new ConnectionFailedException($"The database {Database} cannot be reached: {failed.Message}", failed) { IsTransient = true },
        _ => new ConnectionBrokenException($"The connection to the database {Database} broke: {exception.Message}", exception) { IsTransient = true },
    };

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask<DbConnection> ReopenAsync(CancellationToken cancellation)
    {
        _source.Clear(); // what waited with it died with it
        return await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
    }

    private static SqlText Text(SqlColumn column) => column.ComparesExactly ? SqlText.Of($"{column.Quoted}") : SqlText.Of($"{column.Quoted} COLLATE \"C\"");

    private static AttributeType? TypeOf(string name) => name switch
    {
        "text" or "varchar" or "bpchar" or "name" => AttributeType.String,
        "bool" => AttributeType.Boolean,
        "int2" or "int4" => AttributeType.Int32,
        "int8" => AttributeType.Int64,
        "float4" or "float8" => AttributeType.Double,
        "numeric" => AttributeType.Decimal,
        "timestamptz" or "timestamp" => AttributeType.DateTimeOffset,
        "date" => AttributeType.Date,
        "uuid" => AttributeType.Guid,
        "bytea" => AttributeType.Bytes,
        _ => null,
    };

    private static AttributeType? ElementType(string name) => TypeOf(name) is { } type and (AttributeType.String or AttributeType.Int64 or AttributeType.Guid) ? type : name is "int4" ? AttributeType.Int32 : null;
}
