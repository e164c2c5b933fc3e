using Sluice;

namespace Corpus.Slc317BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>The helper that hands over throws.</summary>
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
            Deliver(change, handler);

        handler.HandleResult(newest);
    }

    private static void Deliver(LoggedChange change, ISyncTokenResultsHandler<Person> handler)
    {
        if (handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
            return;
        else
            {|SLC317:throw|} new InvalidOperationException("stop");
    }
}
