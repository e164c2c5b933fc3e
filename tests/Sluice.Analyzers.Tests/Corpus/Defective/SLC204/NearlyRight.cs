using Sluice;

namespace Corpus.Slc204.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc204-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        if (handler is ISyncTokenResultsHandler<Person> tokens)
            tokens.HandleResult(newest);
        foreach (var delta in log.ReadAfter(after))
        {
            if (!{|SLC204:handler.Handle(delta)|})
                return;
        }
    }
}
