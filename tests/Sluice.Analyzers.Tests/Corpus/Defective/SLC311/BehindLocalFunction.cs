using Sluice;

namespace Corpus.Slc311.BehindLocalFunction;

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

[Connector("slc311-behindlocalfunction")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var stopped = false;
        Parallel.{|SLC311:ForEach|}(log.ReadAfter(after), Deliver);
        if (!stopped)
            handler.HandleResult(newest);

        void Deliver(Change change)
        {
            if (!handler.Handle(change.Delta))
                stopped = true;
        }
    }
}
