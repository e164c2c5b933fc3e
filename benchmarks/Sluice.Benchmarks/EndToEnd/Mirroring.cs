using System.Globalization;

namespace Sluice.Benchmarks;

/// <summary>Copies all changes of a source into a fresh mirror, with the position in the same transactions, in several ways.</summary>
/// <param name="database">The source.</param>
/// <param name="watch">Called after each transaction, with the number of changes so far; null where nobody watches.</param>
public sealed class Mirroring(PeopleDatabase database, Action<long>? watch = null)
{
    /// <summary>A loop over the reader, without any toolkit.</summary>
    public long ByHand()
    {
        using var mirror = new Mirror(database);
        using var source = database.Open();
        using var command = PeopleDatabase.ReadAfter(source, 0);
        using var rows = command.ExecuteReader();
        long position = 0;
        while (rows.Read())
        {
            if (mirror.IsFull)
            {
                mirror.Commit(position.ToString(CultureInfo.InvariantCulture));
                watch?.Invoke(position);
            }

            mirror.Put(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7), rows.GetString(8));
            position = rows.GetInt64(0);
        }

        mirror.Commit(position.ToString(CultureInfo.InvariantCulture));
        return Checked(mirror, position.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The facade, annotated objects, everything synchronous.</summary>
    public long Typed()
    {
        using var mirror = new Mirror(database);
        var run = Run();
        PeopleConnector.CreateFacade(database).Person.Sync(run, SyncHandler.From<Person>(delta => Apply(mirror, run, delta)));
        return Finished(mirror, run);
    }

    /// <summary>The facade, annotated objects, an asynchronous connector and handler.</summary>
    public async Task<long> TypedAsync()
    {
        using var mirror = new Mirror(database);
        var run = Run();
        await AsyncPeopleConnector.CreateFacade(database).Person.SyncAsync(run, SyncHandler.FromAsync<Person>((delta, _) => new(Apply(mirror, run, delta))));
        return Finished(mirror, run);
    }

    /// <summary>The facade, untyped objects, as an engine mirrors what it does not know.</summary>
    public long Untyped()
    {
        using var mirror = new Mirror(database);
        var run = Run();
        PeopleConnector.CreateFacade(database).Sync(run, SyncHandler.From(delta =>
        {
            CommitFull(mirror, run);
            mirror.Put(delta.Object!);
            return SyncAnswer.Continue;
        }));
        return Finished(mirror, run);
    }

    private static SyncRun Run() => new(ObjectClass.Account, SyncPosition.Beginning);

    private SyncAnswer Apply(Mirror mirror, SyncRun run, in SyncDelta<Person> delta)
    {
        CommitFull(mirror, run);
        var person = delta.Object!;
        mirror.Put(person.Id, person.Login, person.Mail, person.GivenName, person.FamilyName, person.Telephone, person.Department, person.EmployeeNumber);
        return SyncAnswer.Continue;
    }

    private void CommitFull(Mirror mirror, SyncRun run)
    {
        // Before the next change, where the run's position covers what was put.
        if (!mirror.IsFull)
            return;
        mirror.Commit(run.Position.ToString());
        watch?.Invoke(run.Acknowledged);
    }

    private long Finished(Mirror mirror, SyncRun run)
    {
        mirror.Commit(run.Position.ToString());
        return Checked(mirror, SyncPosition.After((long)database.Changes).ToString());
    }

    private long Checked(Mirror mirror, string position) => mirror.Content() == (database.Changes, position)
        ? database.Changes
        : throw new InvalidOperationException($"The mirror holds {mirror.Content()}; {database.Changes} people and {position} were expected.");
}
