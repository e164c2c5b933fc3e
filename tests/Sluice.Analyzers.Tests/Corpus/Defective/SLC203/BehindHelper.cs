using Sluice;

namespace Corpus.Slc203.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc203-behind-helper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        if (!Deliver())
            return;
        {|SLC203:handler.HandleResult(newest)|};

        bool Deliver()
        {
            foreach (var delta in log.ReadAfter(after))
            {
                if (!handler.Handle(delta))
                    return false;
            }

            handler.HandleResult(newest);
            return true;
        }
    }
}
