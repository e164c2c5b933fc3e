using Sluice;

namespace Corpus.DeltaSetInEveryCase;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("deltasetineverycase")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in log.ReadAfter(after))
        {
            SyncDelta<Person> delta = default;
            if (change.Login is null)
                delta = SyncDelta.Delete<Person>(change.Number, change.Id);
            else if (!TryMap(change, out delta))
                continue;
            yield return delta;
        }
    }

    private static bool TryMap(Change change, out SyncDelta<Person> delta)
    {
        delta = change.Delta;
        return change.Id.Length > 0;
    }
}
