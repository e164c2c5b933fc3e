using Sluice;

namespace Corpus.RecursivePages;

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

/// <summary>Each page asks for the next.</summary>
[Connector("recursive-pages")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        if (Deliver(after, 0) && newest is { } token)
            handler.HandleResult(token);

        bool Deliver(long? cursor, int depth)
        {
            var page = log.ReadAfter(cursor).Take(100).ToList();
            foreach (var change in page)
            {
                if (!handler.Handle(change.Delta))
                    return false;
            }

            return page.Count < 100 || Deliver(page[^1].Number, depth + 1);
        }
    }
}
