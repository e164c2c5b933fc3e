using Sluice;

namespace Corpus.HandlerPerPage;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    (IEnumerable<Change> Changes, long Next, bool More) PageAfter(long? number);
}

[Connector("handlerperpage")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var cursor = after;
        bool more;
        do
        {
            var page = log.PageAfter(cursor);
            var changes = page.Changes.OrderBy(static change => change.Number).ToList();
            foreach (var change in changes)
            {
                if (!handler.Handle(change.Delta))
                    return;
            }

            cursor = page.Next;
            more = page.More;
        }
        while (more);

        handler.HandleResult(newest);
    }
}
