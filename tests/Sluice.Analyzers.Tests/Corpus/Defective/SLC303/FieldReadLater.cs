using Sluice;

namespace Corpus.Slc303.FieldReadLater;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    void Remove(string uid);

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("slc303-fieldreadlater")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    private ISyncTokenResultsHandler<Person>? _handler;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        _handler = handler;
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(newest);
    }

    [Delete<Person>]
    public void Delete(string uid)
    {
        if (_handler is not null && {|SLC303:_handler.Handle(SyncDelta.Delete<Person>(log.Newest(), uid))|})
            log.Remove(uid);
    }
}
