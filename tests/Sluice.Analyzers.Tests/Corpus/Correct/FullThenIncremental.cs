using Sluice;

namespace Corpus.FullThenIncremental;

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

/// <summary>A first run reads what is there, later ones what changed.</summary>
[Connector("full-then-incremental")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var drained = after is null ? Full() : Incremental(after.Value);
        if (drained && newest is { } token)
            handler.HandleResult(token);

        bool Full()
        {
            foreach (var change in log.ReadAfter(null))
            {
                if (change.Login is not null && !handler.Handle(change.Delta))
                    return false;
            }

            return true;
        }

        bool Incremental(long from)
        {
            foreach (var change in log.ReadAfter(from))
            {
                if (!handler.Handle(change.Delta))
                    return false;
            }

            return true;
        }
    }
}
