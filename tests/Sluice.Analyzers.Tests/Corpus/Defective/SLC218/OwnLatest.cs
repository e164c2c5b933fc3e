using Sluice;

namespace Corpus.Slc218OwnLatest;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>The connector asks itself, too late.</summary>
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

        var newest = {|SLC218:Latest()|};

        if (newest is { } position)
            handler.HandleResult(position);
    }
}
