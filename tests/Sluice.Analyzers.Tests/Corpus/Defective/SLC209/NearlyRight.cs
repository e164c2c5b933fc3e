using Sluice;

namespace Corpus.Slc209NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>A margin makes the loss rarer, and stays a guess.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var started = {|SLC209:DateTimeOffset.UtcNow|} - TimeSpan.FromMinutes(5);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
                return;
        }

        handler.HandleResult(started.ToUnixTimeSeconds());
    }
}
