namespace Sluice.Connectors.Sql;

/// <summary>Creates, changes and deletes rows. Where the class has a tombstone column, a delete sets it, and a create may bring the row back.</summary>
internal sealed class TableWriter(ISqlDialect dialect, SqlTable table)
{
    public async ValueTask<Uid> CreateAsync(ConnectorObject created, CancellationToken cancellation)
    {
        var values = new List<(SqlColumn Column, object? Value)>();
        foreach (var (column, attribute) in table.Attributes)
        {
            if (created.TryGet(attribute, out var value))
                values.Add((column, value));
        }

        if (!table.NameIsUid)
            values.Add((table.Name, NameValue(created.Name.Value)));
        var key = KeyOf(created);
        if (key is not null)
            values.AddRange(table.Key.Select((column, i) => (column, (object?)key[i])).Where(one => !values.Exists(other => IsSame(other.Column, one.column))));

        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        if (table.Tombstone is { } tombstone && key is not null && await ReviveAsync(session, key, values, tombstone, cancellation).ConfigureAwait(false))
            return new(KeyText.Format(key));
        var columns = SqlText.Join(", ", values.Select(one => SqlText.Of($"{one.Column.Quoted}")));
        var inserted = await session.ReturningAsync(
            SqlText.Of($"INSERT INTO {table.Quoted} ({columns}) VALUES ({SqlText.Join(", ", values.Select(one => SqlText.Of($"{Parameter(one.Value, one.Column)}")))}) RETURNING {table.KeyColumns}"),
            row => KeyText.Format([.. table.Key.Select((column, i) => dialect.Read(row, i, column)!)]),
            cancellation).ConfigureAwait(false);
        return new(inserted.Single());
    }

    public async ValueTask<Uid> UpdateAsync(Uid uid, ObjectPatch patch, CancellationToken cancellation)
    {
        var key = KeyOf(uid);
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var sets = new List<SqlText>();
        var unchanged = new List<SqlText>();
        foreach (var change in patch.Changes)
        {
            var column = ColumnOf(change.Name);
            if (change.Kind == AttributeChangeKind.Modify)
            {
                // Read, changed and written only if nobody else wrote meanwhile.
                var present = await ValuesAsync(session, uid, key, column, cancellation).ConfigureAwait(false);
                object[] changed = [.. (present ?? []).Union(change.Added).Except(change.Removed)];
                unchanged.Add(SqlText.Of($"{column.Quoted} IS NOT DISTINCT FROM {Parameter(present, column)}"));
                sets.Add(SqlText.Of($"{column.Quoted} = {Parameter(changed, column)}"));
            }
            else
            {
                var value = change.Value is string name && AttributeNames.Comparer.Equals(change.Name, AttributeNames.Name) ? NameValue(name) : change.Value;
                sets.Add(SqlText.Of($"{column.Quoted} = {Parameter(value, column)}"));
            }
        }

        var where = SqlText.Join(" AND ", [table.IsLive, table.Is(key, dialect), .. unchanged]);
        var updated = await session.ReturningAsync(
            SqlText.Of($"UPDATE {table.Quoted} SET {SqlText.Join(", ", sets)} WHERE {where} RETURNING {table.KeyColumns}"),
            row => KeyText.Format([.. table.Key.Select((column, i) => dialect.Read(row, i, column)!)]),
            cancellation).ConfigureAwait(false);
        if (updated is [var now])
            return new(now);
        throw unchanged.Count == 0 || !await ExistsAsync(session, key, cancellation).ConfigureAwait(false)
            ? Unknown(uid)
            : new PreconditionFailedException($"Somebody else changed the row '{uid}' of '{table.Mapping.Table}' meanwhile; nothing was written. Try again.") { ObjectClass = table.ObjectClass, Uid = uid, IsTransient = true };
    }

    public async ValueTask DeleteAsync(Uid uid, CancellationToken cancellation)
    {
        var key = KeyOf(uid);
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var sql = table.Tombstone is { } tombstone
            ? SqlText.Of($"UPDATE {table.Quoted} SET {tombstone.Quoted} = {DeletedMark(tombstone)} WHERE {table.IsLive} AND {table.Is(key, dialect)}")
            : SqlText.Of($"DELETE FROM {table.Quoted} WHERE {table.Is(key, dialect)}");
        if (await session.ExecuteAsync(sql, cancellation).ConfigureAwait(false) == 0)
            throw Unknown(uid);
    }

    private static SqlText DeletedMark(SqlColumn tombstone) => tombstone.Type switch
    {
        AttributeType.Boolean => SqlText.Of($"(1 = 1)"),
        AttributeType.Date => SqlText.Of($"CURRENT_DATE"),
        AttributeType.DateTimeOffset => SqlText.Of($"CURRENT_TIMESTAMP"),
        _ => SqlText.Of($"1"),
    };

    private static SqlText LiveMark(SqlColumn tombstone) => !tombstone.IsNotNull ? SqlText.Of($"NULL")
        : tombstone.Type == AttributeType.Boolean ? SqlText.Of($"(1 = 0)") : SqlText.Of($"0");

    private async ValueTask<bool> ReviveAsync(SqlSession session, object[] key, List<(SqlColumn Column, object? Value)> values, SqlColumn tombstone, CancellationToken cancellation)
    {
        // What the new object does not tell is not left over from the old one, but as in a new row.
        var defaults = table.Attributes.Where(one => !one.Column.IsGenerated && !values.Exists(given => IsSame(given.Column, one.Column)))
            .Select(one =>
            {
                // As the table's definition has it, which is SQL already.
                var set = SqlText.Of($"{one.Column.Quoted} = ");
                set.AppendLiteral(one.Column.Default ?? "NULL");
                return set;
            });
        var sets = defaults
            .Concat(values.Where(one => !table.Key.Any(column => IsSame(column, one.Column))).Select(one => SqlText.Of($"{one.Column.Quoted} = {Parameter(one.Value, one.Column)}")))
            .Append(SqlText.Of($"{tombstone.Quoted} = {LiveMark(tombstone)}"));
        return await session.ExecuteAsync(SqlText.Of($"UPDATE {table.Quoted} SET {SqlText.Join(", ", sets)} WHERE {table.IsDeleted} AND {table.Is(key, dialect)}"), cancellation).ConfigureAwait(false) == 1;
    }

    private async ValueTask<object[]?> ValuesAsync(SqlSession session, Uid uid, object[] key, SqlColumn column, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync(
            SqlText.Of($"SELECT {column.Quoted} FROM {table.Quoted} WHERE {table.IsLive} AND {table.Is(key, dialect)}"),
            row => row.IsDBNull(0) ? null : ((System.Collections.IEnumerable)dialect.Read(row, 0, column)!).Cast<object>().ToArray(),
            cancellation).ConfigureAwait(false);
        return rows is [var values] ? values : throw Unknown(uid);
    }

    private async ValueTask<bool> ExistsAsync(SqlSession session, object[] key, CancellationToken cancellation) =>
        (await session.RowsAsync(SqlText.Of($"SELECT 1 FROM {table.Quoted} WHERE {table.IsLive} AND {table.Is(key, dialect)}"), _ => true, cancellation).ConfigureAwait(false)).Count > 0;

    /// <summary>The key of a new row; null where the database gives it.</summary>
    private object[]? KeyOf(ConnectorObject created)
    {
        // Where no uid is given, the object's uid is its name; that is taken for a key only where nothing else gives one.
        var isGiven = !string.Equals(created.Uid.Value, created.Name.Value, StringComparison.Ordinal);
        if (!isGiven && table.Key.All(column => column.HasDefault) && !table.NameIsUid)
            return null;
        return KeyText.Parse(created.Uid.Value, table.Key)
            ?? throw new InvalidAttributeValueException($"'{created.Uid}' is no key of '{table.Mapping.Table}': it is {string.Join(" and ", table.Key.Select(column => $"'{column.Name}' ({column.TypeName})"))}.") { ObjectClass = table.ObjectClass };
    }

    private object[] KeyOf(Uid uid) => dialect.Carries(uid.Value) && KeyText.Parse(uid.Value, table.Key) is { } key ? key : throw Unknown(uid);

    private object NameValue(string name) => KeyText.Parse(name, [table.Name])?[0]
        ?? throw new InvalidAttributeValueException($"'{name}' is no value of the name column '{table.Name.Name}' ({table.Name.TypeName}).") { ObjectClass = table.ObjectClass };

    private SqlColumn ColumnOf(string attribute) => AttributeNames.Comparer.Equals(attribute, AttributeNames.Name)
        ? table.Name
        : table.Attributes.First(one => AttributeNames.Comparer.Equals(one.Attribute, attribute)).Column;

    // A column in the role of a key can be read in another way than as an attribute.
    private static bool IsSame(SqlColumn one, SqlColumn other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);

    private object? Parameter(object? value, SqlColumn column) => value is null ? null : dialect.Write(value, column);

    private UnknownUidException Unknown(Uid uid) => new($"There is no row '{uid}' in '{table.Mapping.Table}'.") { ObjectClass = table.ObjectClass, Uid = uid };
}
