using Microsoft.Data.Sqlite;

namespace Quickstart;

/// <summary>
/// Another program that works with the HR database on a connection of its own: hires, moves, renames, dismisses people and keeps
/// teams. The same seed on the same database makes the same changes.
/// </summary>
internal sealed class HrWriter(string path, int seed)
{
    private readonly InventedPeople _invented = new(seed);

    /// <summary>How many changes were committed so far.</summary>
    public int Written { get; private set; }

    /// <summary>Makes changes, spread evenly over a time.</summary>
    /// <param name="changes">How many.</param>
    /// <param name="time">In how much time.</param>
    /// <param name="halfway">The second half waits for it, so that some changes come while others are read, on a slow machine too.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task RunAsync(int changes, TimeSpan time, Task halfway, CancellationToken cancellation)
    {
        await Task.Yield(); // not on the caller's time
        try
        {
            using var connection = SqliteFile.Open(path, create: false);
            while (Written < changes)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Written >= changes / 2)
                    await halfway.WaitAsync(cancellation);
                var together = Math.Min(1 + _invented.Below(3), changes - Written);
                Write(connection, together);
                if (time > TimeSpan.Zero)
                    await Task.Delay(time / changes * together, cancellation);
            }
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(path, exception);
        }
    }

    /// <summary>Some changes in one transaction; now and then it is rolled back, and must leave no trace.</summary>
    private void Write(SqliteConnection connection, int changes)
    {
        using var transaction = connection.BeginTransaction();
        for (var i = 0; i < changes; i++)
            WriteOne(connection);
        if (_invented.Below(10) == 0)
            return;
        transaction.Commit();
        Written += changes;
    }

    private void WriteOne(SqliteConnection connection)
    {
        var next = (long)connection.Scalar("SELECT ifnull(max(sequence), 0) + 1 FROM change")!;
        var person = Any(connection, "person");
        var team = Any(connection, "team");
        switch (_invented.Below(10))
        {
            case 0 or 1:
                _invented.AddPerson(connection, next);
                break;
            case 2 when person is not null:
                connection.Execute("DELETE FROM person WHERE uid = $uid", ("$uid", person));
                break;
            case 3 when person is not null:
                connection.Execute("UPDATE person SET mail = NULL, enabled = 0 WHERE uid = $uid", ("$uid", person));
                break;
            case 4 when person is not null:
                connection.Execute("UPDATE person SET login = $login WHERE uid = $uid", ("$uid", person), ("$login", $"{_invented.Word(3).ToLowerInvariant()}.{next}"));
                break;
            case 5 when team is not null && person is not null:
                connection.Execute("INSERT OR IGNORE INTO member (team, person) VALUES ($team, $person)", ("$team", team), ("$person", person));
                break;
            case 6 when team is not null:
                connection.Execute("DELETE FROM member WHERE team = $team AND person = (SELECT min(person) FROM member WHERE team = $team)", ("$team", team));
                break;
            case 7:
                _invented.AddTeam(connection, next);
                break;
            case 8 when team is not null && _invented.Below(2) == 0:
                connection.Execute("DELETE FROM team WHERE uid = $uid", ("$uid", team));
                break;
            default:
                connection.Execute("UPDATE person SET department = $department WHERE uid = $uid", ("$uid", person), ("$department", _invented.Department()));
                break;
        }
    }

    private string? Any(SqliteConnection connection, string table)
    {
        var count = (long)connection.Scalar($"SELECT count(*) FROM {table}")!;
        return count == 0 ? null : (string)connection.Scalar($"SELECT uid FROM {table} ORDER BY uid LIMIT 1 OFFSET $offset", ("$offset", _invented.Below((int)count)))!;
    }
}
