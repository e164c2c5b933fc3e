using Sluice;

namespace Corpus.PageOfQuery;

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

[Connector("pageofquery")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public SyncPage<Person> Sync(long? after, int pageSize)
    {
        var changes = log.ReadAfter(after).Take(pageSize + 1).ToList();
        var page = changes.Take(pageSize).Select(static change => change.Delta).ToArray();
        return page.Length == 0
            ? new SyncPage<Person>(page, null, hasMore: false)
            : new SyncPage<Person>(page, page[^1].Token, changes.Count > pageSize);
    }
}
