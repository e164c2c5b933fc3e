using Sluice;

namespace Corpus.Slc204.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc204-behind-helper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        Report(log.Newest());
        foreach (var delta in log.ReadAfter(after))
        {
            if (!{|SLC204:handler.Handle(delta)|})
                break;
        }

        void Report(long token) => handler.HandleResult(token);
    }
}
