using Sluice;

namespace Corpus.LockCopiesOnly;

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

[Connector("lockcopiesonly")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        Change[] pending;
        long newest;
        lock (_gate)
        {
            newest = log.Newest();
            pending = [.. _log.Where(change => after is null || change.Number > after)];
        }

        foreach (var change in pending)
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(newest);
    }

    private readonly object _gate = new();
    private readonly List<Change> _log = [];
}
