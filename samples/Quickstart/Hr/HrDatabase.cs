using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>The HR database as the connectors use it: a connection for each piece of work, closed before anything is delivered (SLC314).</summary>
internal sealed class HrDatabase
{
    public HrDatabase(string path, int pageSize = 200)
    {
        Path = path;
        PageSize = pageSize;
        People = new HrPeople(this);
        Teams = new HrTeams(this);
    }

    public string Path { get; }

    public int PageSize { get; }

    public HrPeople People { get; }

    public HrTeams Teams { get; }

    /// <summary>Whether this is an HR database that can be read.</summary>
    public ValueTask TestAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var version = Use(connection => (long)connection.Scalar("PRAGMA user_version")!);
        return version == HrSchema.Version
            ? ValueTask.CompletedTask
            : throw new ConnectionFailedException($"The database '{Path}' is not the quickstart's HR database (its version is {version}, not {HrSchema.Version}). Move it away, or choose another folder.") { IsTransient = false };
    }

    /// <summary>Works on a connection of its own.</summary>
    public TResult Use<TResult>(Func<SqliteConnection, TResult> work)
    {
        try
        {
            using var connection = SqliteFile.Open(Path, create: false);
            return work(connection);
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(Path, exception);
        }
    }

    /// <summary>Works in a write transaction of its own.</summary>
    public TResult Write<TResult>(Func<SqliteConnection, TResult> work) => Use(connection =>
    {
        using var transaction = connection.BeginTransaction(); // BEGIN IMMEDIATE: takes the write lock now, so that what is read stays true
        var result = work(connection);
        transaction.Commit();
        return result;
    });
}
