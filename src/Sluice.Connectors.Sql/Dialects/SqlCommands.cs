using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>Runs statements; each is one command (SQLite's provider reports no error of what follows a row-returning statement in the same text).</summary>
internal static class SqlCommands
{
    public static async ValueTask<int> ExecuteAsync(this DbConnection connection, SqlText sql, CancellationToken cancellation)
    {
        var command = sql.ToCommand(connection);
        await using var disposing = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads all rows of a statement that returns few: a page.</summary>
    public static async ValueTask<List<TRow>> RowsAsync<TRow>(this DbConnection connection, SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        var rows = new List<TRow>();
        var command = sql.ToCommand(connection);
        await using var disposing = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row, or null.</summary>
    public static async ValueTask<TRow?> FirstAsync<TRow>(this DbConnection connection, SqlText sql, Func<DbDataReader, TRow> read, CancellationToken cancellation)
        where TRow : class => (await connection.RowsAsync(sql, read, cancellation).ConfigureAwait(false)).FirstOrDefault();

    public static string? TextAt(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
