using Microsoft.Data.Sqlite;

namespace Quickstart;

/// <summary>Creates the HR database's file.</summary>
internal static class HrFile
{
    /// <summary>Creates and fills the database where there is none; in one transaction, so there is never half of one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="people">How many people are invented.</param>
    /// <param name="teams">How many teams are invented.</param>
    /// <param name="creating">Called before a new database comes to be: nothing that was known of an older one is true any more.</param>
    /// <returns>Whether it was created now.</returns>
    public static bool Ensure(string path, int people, int teams, Action creating)
    {
        try
        {
            using var connection = SqliteFile.Open(path, create: true);
            if (HasTables(connection))
                return false; // perhaps somebody else's database: left as it is
            connection.UseWriteAheadLog();
            using var transaction = connection.BeginTransaction();
            if (HasTables(connection))
                return false; // created by another process meanwhile
            creating();
            HrSchema.Create(connection);
            new InventedPeople(seed: 1).Fill(connection, people, teams);
            transaction.Commit();
            return true;
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(path, exception);
        }
    }

    private static bool HasTables(SqliteConnection connection) => (long)connection.Scalar("SELECT count(*) FROM sqlite_master")! > 0;
}
