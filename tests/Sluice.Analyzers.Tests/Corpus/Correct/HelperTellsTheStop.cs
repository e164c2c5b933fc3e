using Sluice;

namespace Corpus.HelperTellsTheStop;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("helpertellsthestop")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var last = after;
        foreach (var change in log.ReadAfter(after))
        {
            if (!Deliver(change, handler))
                break;
            last = change.Number;
        }

        if (last is { } reached)
            handler.HandleResult(reached < newest ? reached : newest);
    }

    private static bool Deliver(Change change, ISyncTokenResultsHandler<Person> handler) => handler.Handle(change.Delta);
}
