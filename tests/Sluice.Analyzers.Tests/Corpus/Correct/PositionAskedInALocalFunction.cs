using Sluice;

namespace Corpus.PositionAskedInALocalFunction;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long? Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

/// <summary>The local function stands below, and runs first.</summary>
[Connector("position-asked-in-a-local-function")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var latest = Newest();
        if (latest is null)
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest.Value);

        SyncToken? Newest() => log.Newest() is { } newest ? newest : null;
    }
}
