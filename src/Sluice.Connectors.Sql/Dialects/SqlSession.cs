using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// A connection for one piece of work. Each statement is one command (SQLite's provider reports no error of what follows a row-returning
/// statement in the same text), and a page of rows is read to its end before anybody sees it.
/// </summary>
internal sealed class SqlSession(DbConnection connection, ISqlWatch? watch) : IAsyncDisposable
{
    public async ValueTask<int> ExecuteAsync(SqlText sql, CancellationToken cancellation)
    {
        var command = sql.ToCommand(connection);
        await using var disposing = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads all rows of a statement that returns few: a page.</summary>
    public async ValueTask<List<TRow>> RowsAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        var rows = new List<TRow>();
        var command = sql.ToCommand(connection);
        await using var disposing = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (watch is not null)
                await watch.ReadAsync(cancellation).ConfigureAwait(false);
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row, or null.</summary>
    public async ValueTask<TRow?> FirstAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
        where TRow : class => (await RowsAsync(sql, read, cancellation).ConfigureAwait(false)).FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        watch?.Closed();
    }
}
