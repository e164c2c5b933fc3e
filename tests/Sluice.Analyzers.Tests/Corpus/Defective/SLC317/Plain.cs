using Sluice;

namespace Corpus.Slc317Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>A stop becomes a failure.</summary>
[Connector("hr")]
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
            if (!handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
                {|SLC317:throw|} new OperationCanceledException("The handler wants no more.");
        }

        handler.HandleResult(newest);
    }
}
