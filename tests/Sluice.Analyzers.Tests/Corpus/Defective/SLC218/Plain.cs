using Sluice;

namespace Corpus.Slc218Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>What is written while the changes are delivered lies before the position that is reported.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
                return;
        }

        handler.HandleResult({|SLC218:log.Newest()|});
    }
}
