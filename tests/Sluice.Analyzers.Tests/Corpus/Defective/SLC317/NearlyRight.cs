using Sluice;

namespace Corpus.Slc317NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAfter(long? number);
}

/// <summary>A lambda cannot leave the loop, so it throws.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        try
        {
            log.ReadAfter(after).ToList().ForEach(change =>
            {
                if (!handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
                    {|SLC317:throw|} new StopException();
            });
        }
        catch (StopException)
        {
            return;
        }

        handler.HandleResult(newest);
    }

    private sealed class StopException : Exception;
}
