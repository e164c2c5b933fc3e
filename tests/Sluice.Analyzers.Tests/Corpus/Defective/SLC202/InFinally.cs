using Sluice;

namespace Corpus.Slc202.InFinally;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc202-in-finally")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        try
        {
            foreach (var delta in log.ReadAfter(after))
            {
                if (!handler.Handle(delta))
                    return;
            }
        }
        finally
        {
            {|SLC202:handler.HandleResult(newest)|};
        }
    }
}
