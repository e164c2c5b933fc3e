using Sluice;

namespace Corpus.CsvSnapshots;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Snapshot(string Name, IReadOnlyDictionary<string, Person> People);

public interface ISnapshots
{
    string? NewestName();

    Snapshot Keep();

    Snapshot? Find(string name);
}

/// <summary>Two copies of a file are compared; all changes between them are one group with the name of the newer one.</summary>
[Connector("csv-snapshots")]
public sealed partial class CsvConnector(ISnapshots snapshots)
{
    private static readonly char[] Separators = [';', ','];

    [LatestSyncToken<Person>]
    public string? Latest() => snapshots.NewestName();

    [Sync<Person>]
    public void Sync(string? after, ISyncTokenResultsHandler<Person> handler)
    {
        var before = after is null ? null : snapshots.Find(after) ?? throw new SyncTokenExpiredException($"The copy '{after.Trim(Separators)}' is gone.");
        var now = snapshots.Keep();
        var known = before?.People ?? new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var id in known.Keys.Where(id => !now.People.ContainsKey(id)).Order(StringComparer.Ordinal))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(now.Name, id)))
                return;
        }

        foreach (var person in now.People.Values.Where(person => !known.TryGetValue(person.Id, out var old) || old != person))
        {
            if (!handler.Handle(SyncDelta.CreateOrUpdate(now.Name, person)))
                return;
        }

        handler.HandleResult(now.Name);
    }
}
