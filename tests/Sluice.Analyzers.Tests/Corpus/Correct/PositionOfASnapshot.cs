using Sluice;

namespace Corpus.PositionOfASnapshot;

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

    HrConnector.Snapshot Open();
}

/// <summary>The snapshot that was read tells its position, if it has one.</summary>
[Connector("position-of-a-snapshot")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        using var snapshot = log.Open();
        foreach (var change in snapshot.After(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        if (snapshot.Position is { } token)
            handler.HandleResult(token);
    }

    public abstract class Snapshot : IDisposable
    {
        public abstract long? Position { get; }

        public abstract IEnumerable<Change> After(long? number);

        public abstract void Dispose();
    }
}
