using Sluice;

namespace Corpus.Slc212BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>A helper writes the field, and the end of the run reports it.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private long {|SLC212:_position|};

    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        _position = after ?? 0;
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(ToDelta(change)))
                return;
        }

        handler.HandleResult(_position);
    }

    private SyncDelta<Person> ToDelta(LoggedChange change)
    {
        _position = change.Number;
        return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }
}
