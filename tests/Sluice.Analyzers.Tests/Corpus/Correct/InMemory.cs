using Sluice;

namespace Corpus.InMemory;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string Id, Person? After);

/// <summary>The connector is the source itself: the number of the last write is data, not a remembered position.</summary>
[Connector("in-memory")]
public sealed partial class MemoryConnector
{
    private readonly List<LoggedChange> _log = [];
    private long _number;

    [LatestSyncToken<Person>]
    public long? Latest() => _number == 0 ? null : _number;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in _log.Where(change => after is null || change.Number > after).ToArray())
            yield return change.After is null ? SyncDelta.Delete<Person>(change.Number, change.Id) : SyncDelta.CreateOrUpdate(change.Number, change.After);
    }

    [Create<Person>]
    public string Create(Person person)
    {
        _log.Add(new(++_number, person.Id, person));
        return person.Id;
    }

    [Delete<Person>]
    public void Delete(string uid) => _log.Add(new(++_number, uid, null));
}
