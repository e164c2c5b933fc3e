using Sluice;

namespace Corpus.Slc303.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc303-behind-helper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var delta in log.ReadAfter(after))
            Enqueue(delta, handler);
        handler.HandleResult(newest);
    }

    private static void Enqueue(SyncDelta<Person> delta, ISyncTokenResultsHandler<Person> handler)
        => {|SLC303:ThreadPool.QueueUserWorkItem(_ =>
        {
            if (!handler.Handle(delta))
                Console.WriteLine("The host stopped.");
        })|};
}
