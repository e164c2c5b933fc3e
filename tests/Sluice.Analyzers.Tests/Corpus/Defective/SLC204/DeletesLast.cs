using Sluice;

namespace Corpus.Slc204.DeletesLast;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);

    IEnumerable<(string Id, long Number)> DeletedAfter(long? number);
}

[Connector("slc204-deletes-last")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var delta in log.ReadAfter(after))
        {
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
        foreach (var (id, number) in log.DeletedAfter(after))
        {
            if (!{|SLC204:handler.Handle(SyncDelta.Delete<Person>(number, id))|})
                return;
        }
    }
}
