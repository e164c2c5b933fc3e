using System.Data;
using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>
/// A connection for one piece of work. Each statement is one command (SQLite's provider reports no error of what follows a row-returning
/// statement in the same text), and a page of rows is read to its end before anybody sees it.
/// </summary>
/// <param name="connection">The connection; the session closes it.</param>
/// <param name="watch">Sees what is read.</param>
/// <param name="reopen">Opens a new connection where this one came from a pool; null where there is none.</param>
internal sealed class SqlSession(DbConnection connection, ISqlWatch? watch, Func<CancellationToken, ValueTask<DbConnection>>? reopen = null) : IAsyncDisposable
{
    private DbConnection _connection = connection;
    private bool _isUsed;

    public async ValueTask<int> ExecuteAsync(SqlText sql, CancellationToken cancellation)
    {
        _isUsed = true;
        var command = sql.ToCommand(_connection);
        await using var disposing = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads all rows of a query that returns few: a page.</summary>
    public async ValueTask<List<TRow>> RowsAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        try
        {
            return await RowsOnceAsync(sql, read, cancellation).ConfigureAwait(false);
        }
        catch (DbException) when (reopen is not null && !_isUsed && _connection.State != ConnectionState.Open)
        {
            // The connection died while it waited in its pool: the server was restarted or the database restored. Nothing was read over it yet.
            await _connection.DisposeAsync().ConfigureAwait(false);
            _connection = await reopen(cancellation).ConfigureAwait(false);
            return await RowsOnceAsync(sql, read, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes, and reads the rows that were written. Never tried twice: nobody knows what a connection that died has done.</summary>
    public async ValueTask<List<TRow>> ReturningAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        _isUsed = true;
        return await RowsOnceAsync(sql, read, cancellation).ConfigureAwait(false);
    }

    /// <summary>The first row, or null.</summary>
    public async ValueTask<TRow?> FirstAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
        where TRow : class => (await RowsAsync(sql, read, cancellation).ConfigureAwait(false)).FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        watch?.Closed();
    }

    private async ValueTask<List<TRow>> RowsOnceAsync<TRow>(SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        var rows = new List<TRow>();
        var command = sql.ToCommand(_connection);
        await using var disposing = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        _isUsed = true;
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (watch is not null)
                await watch.ReadAsync(cancellation).ConfigureAwait(false);
            rows.Add(read(reader));
        }

        return rows;
    }
}
