using Sluice;

namespace Corpus.Slc202.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc202-behind-helper")]
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
            {
                Finish();
                return;
            }
        }

        Finish();

        void Finish()
        {
            Console.WriteLine(newest);
            {|SLC202:handler.HandleResult(newest)|};
        }
    }
}
