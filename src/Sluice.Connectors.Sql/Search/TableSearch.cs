namespace Sluice.Connectors.Sql;

/// <summary>Finds rows, a page at a time in the order of keys: each page is one statement on a connection of its own.</summary>
internal sealed class TableSearch(ISqlDialect dialect, SqlTable table)
{
    public async ValueTask<SearchPage> PageAsync(Filter? filter, OperationOptions options, int pageSize, CancellationToken cancellation)
    {
        var selection = new Selection(dialect, table, options);
        var sql = SqlText.Of($"SELECT {selection.Columns} FROM {table.Quoted} WHERE {table.IsLive} AND {new FilterTranslation(dialect, table).Translate(filter)}");
        if (options.PagingCookie is { } cookie)
        {
            var after = KeyText.Parse(cookie, table.Key) ?? throw new ConnectorException("The paging cookie is not one of this class.") { ObjectClass = table.ObjectClass };
            sql.Append($" AND {table.IsAfter(after, dialect)}");
        }

        sql.Append($" ORDER BY {table.KeyColumns} LIMIT {(long)pageSize}");
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var objects = await session.RowsAsync(sql, row => selection.Read(row, selection.KeyOf(row)), cancellation).ConfigureAwait(false);
        return new(objects, objects.Count == pageSize ? objects[^1].Uid.Value : null);
    }

    public async ValueTask<ConnectorObject?> GetAsync(Uid uid, OperationOptions options, CancellationToken cancellation)
    {
        if (!dialect.Carries(uid.Value) || KeyText.Parse(uid.Value, table.Key) is not { } key)
            return null;
        var selection = new Selection(dialect, table, options);
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var found = await session.RowsAsync(
            SqlText.Of($"SELECT {selection.Columns} FROM {table.Quoted} WHERE {table.IsLive} AND {table.Is(key, dialect)}"),
            row => selection.Read(row, selection.KeyOf(row)),
            cancellation).ConfigureAwait(false);
        return found.Find(candidate => candidate.Uid == uid);
    }
}
