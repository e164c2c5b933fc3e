using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>A SQLite database in a file: how it is opened, and what its errors mean to somebody who reads them.</summary>
internal static class SqliteFile
{
    // Result codes, see the SQLite documentation.
    private const int Busy = 5, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // Named here, not found by its name: the trimmed program has no other way to know that it is needed.
    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens a connection.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Whether a missing file is created; otherwise it is an error.</param>
    public static SqliteConnection Open(string path, bool create)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false, // a pooled connection would not notice that the file has vanished
        }.ConnectionString);
        try
        {
            connection.Open();

            // Wait for another writer instead of failing at once.
            connection.Execute("PRAGMA busy_timeout = 10000");

            // With WAL no commit is torn by a crash of the process; the last ones may be lost with the machine's power, in order.
            connection.Execute("PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>From now on readers and the writer of the file do not wait for each other; said once, it stays with the file.</summary>
    public static void UseWriteAheadLog(this SqliteConnection connection) => connection.Execute("PRAGMA journal_mode = WAL");

    /// <summary>What an error means, as the exception that callers of a connector expect.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exception">The error.</param>
    public static ConnectorException Explain(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        CannotOpen when !File.Exists(path) => new ConnectionFailedException($"The database '{path}' is not there (any more). Was it moved or deleted?", exception),
        CannotOpen or ReadOnly => new ConnectionFailedException($"The database '{path}' cannot be opened for writing: {exception.Message}", exception),
        NotADatabase => new ConnectionFailedException($"The file '{path}' is not a SQLite database. Move it away, or choose another folder.", exception) { IsTransient = false },
        Busy => new ConnectionFailedException($"The database '{path}' is locked by another program for too long.", exception),
        IoError or Corrupt or Full => new ConnectionBrokenException($"The database '{path}' cannot be read or written any more: {exception.Message}", exception),
        _ => new ConnectorException($"The database '{path}' refused a statement: {exception.Message}", exception),
    };
}
