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

/// <summary>One local function stands below and runs first, another stands above and runs last.</summary>
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

[Connector("position-asked-in-a-local-function-above")]
public sealed partial class AboveConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        bool Deliver()
        {
            foreach (var change in log.ReadAfter(after))
            {
                if (!handler.Handle(change.Delta))
                    return false;
            }

            return true;
        }

        var newest = log.Newest();
        if (Deliver() && newest is { } token)
            handler.HandleResult(token);
    }
}
