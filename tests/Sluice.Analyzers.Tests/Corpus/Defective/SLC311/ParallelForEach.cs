using Sluice;

namespace Corpus.Slc311.ParallelForEach;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc311-parallel-for-each")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        Parallel.{|SLC311:ForEach|}(log.ReadAfter(after), (delta, state) =>
        {
            if (!handler.Handle(delta))
                state.Stop();
        });
        handler.HandleResult(newest);
    }
}
