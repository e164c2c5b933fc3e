using Sluice;

namespace Corpus.Slc304.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc304-behind-helper")]
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
            if (!TryDeliver(delta, handler))
                return;
        }

        handler.HandleResult(newest);
    }

    private static bool TryDeliver(SyncDelta<Person> delta, ISyncTokenResultsHandler<Person> handler)
    {
        try
        {
            return handler.Handle(delta);
        }
        {|SLC304:catch|} (Exception)
        {
            return true;
        }
    }
}
