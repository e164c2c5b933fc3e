using Sluice;

namespace Corpus.HandlerReturnsOnStop;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail);

public sealed record LoggedChange(long Number, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>A ported connector: the position is read before the data, and nothing is reported after a stop.</summary>
[Connector("handler-returns-on-stop")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            var delta = change.After is null
                ? SyncDelta.Delete<Person>(change.Number, change.PersonId)
                : SyncDelta.CreateOrUpdate(change.Number, change.After);
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }
}
