using Sluice;

namespace Corpus.Slc302.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);

    IEnumerable<(string Id, long Number)> DeletedAfter(long? number);
}

[Connector("slc302-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var stopped = false;
        foreach (var (id, number) in log.DeletedAfter(after))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(number, id)))
            {
                stopped = true;
                break;
            }
        }

        foreach (var delta in log.ReadAfter(after))
        {
            if (!{|SLC302:handler.Handle(delta)|})
                return;
        }

        if (!stopped)
            handler.HandleResult(newest);
    }
}
