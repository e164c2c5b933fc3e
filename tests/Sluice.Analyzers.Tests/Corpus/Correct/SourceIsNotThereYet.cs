using Sluice;

namespace Corpus.SourceIsNotThereYet;

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

    bool Exists();

    string Path { get; }

    int Count { get; }
}

/// <summary>Nothing was read, because there is nothing to read from.</summary>
[Connector("source-is-not-there-yet-asked")]
public sealed partial class AskedConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!log.Exists())
            return;
        var latest = log.Newest() ?? 0;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("source-is-not-there-yet-file")]
public sealed partial class FileConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!File.Exists(log.Path))
            return;
        var latest = log.Newest() ?? 0;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("source-is-not-there-yet-counted")]
public sealed partial class CountedConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Count == 0)
            return;
        var latest = log.Newest() ?? 0;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}
