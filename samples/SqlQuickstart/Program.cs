using Sluice;
using Sluice.Connectors.Sql;
using SqlQuickstart;

// A host follows a table: it stops in the middle, keeps the position as text, and goes on from there. Its mirror ends as the table is.
var folder = Directory.CreateTempSubdirectory("sluice-sql-");
try
{
    var people = new PeopleDatabase(Path.Combine(folder.FullName, "people.db"));
    foreach (var login in new[] { "ada", "ben", "cleo", "dana" })
        people.Execute("INSERT INTO person (id, login, mail) VALUES (@id, @login, @mail)", ("@id", "p-" + login), ("@login", login), ("@mail", login + "@people.example"));

    var mirror = new SortedDictionary<string, string>(StringComparer.Ordinal);
    await using var facade = SqlConnector.CreateFacade(people.Configuration);
    var position = await SyncAsync(SyncPosition.Beginning, stopAfter: 2);
    position = await SyncAsync(position);

    people.Execute("UPDATE person SET login = 'benjamin' WHERE id = 'p-ben'");
    people.Execute("UPDATE person SET id = 'p-cleopatra' WHERE id = 'p-cleo'");
    people.Execute("DELETE FROM person WHERE id = 'p-dana'");
    await SyncAsync(position);

    var truth = people.Query("SELECT id, login FROM person ORDER BY id", row => $"{row.GetString(0)} {row.GetString(1)}");
    var same = truth.SequenceEqual(mirror.Select(person => $"{person.Key} {person.Value}"), StringComparer.Ordinal);
    Console.WriteLine(same ? $"The mirror holds what the table holds: {string.Join(", ", truth)}." : "The mirror is not what the table is.");
    return same ? 0 : 1;

    async Task<SyncPosition> SyncAsync(SyncPosition from, int stopAfter = int.MaxValue)
    {
        var count = 0;
        var result = await facade.SyncAsync(ObjectClass.Account, from, SyncHandler.FromAsync((delta, _) =>
        {
            Console.WriteLine($"  {(delta.Object is null ? "deleted" : "is")} {delta.Uid}{(delta.PreviousUid is { } previous ? $", before {previous}" : "")}{(delta.Object is { } person ? $" {person.Name}" : "")}");
            if (delta.PreviousUid is { } old)
                mirror.Remove(old.Value);
            if (delta.Object is { } now)
                mirror[now.Uid.Value] = now.Name.Value;
            else
                mirror.Remove(delta.Uid.Value);
            return new(++count < stopAfter ? SyncAnswer.Continue : SyncAnswer.AcceptAndStop);
        }));
        var kept = result.Position.ToString();
        Console.WriteLine($"{result.Outcome} after {count} changes; kept {kept}");
        return SyncPosition.Parse(kept);
    }
}
finally
{
    folder.Delete(recursive: true);
}
