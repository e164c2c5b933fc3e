using Sluice;

namespace Corpus.AdapterKeepsTheStop;

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

/// <summary>An object of its own remembers whether to go on.</summary>
[Connector("adapter-keeps-the-stop")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var adapter = new Adapter(handler);
        foreach (var change in log.ReadAfter(after).TakeWhile(_ => !adapter.IsStopped))
            adapter.Deliver(change);
        adapter.Complete(newest ?? after);
    }

    private sealed class Adapter(ISyncTokenResultsHandler<Person> handler)
    {
        public bool IsStopped { get; private set; }

        public void Deliver(Change change) => IsStopped = !handler.Handle(change.Delta);

        public void Complete(long? reached)
        {
            if (!IsStopped && reached is { } token)
                handler.HandleResult(token);
        }
    }
}
