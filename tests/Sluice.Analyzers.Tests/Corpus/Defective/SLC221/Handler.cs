using Sluice;

namespace Corpus.Slc221Handler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IReadOnlyList<LoggedChange> ReadAfter(long? number);
}

/// <summary>The handler stores positions that go up and down.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var pending = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in log.ReadAfter(after))
            pending[change.PersonId] = change.Number;
        foreach (var pair in {|SLC221:pending|})
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(pair.Value, pair.Key)))
                return;
        }

        handler.HandleResult(newest);
    }
}
