using Sluice;

namespace Corpus.Slc202.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc202-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var stopped = false;
        foreach (var delta in log.ReadAfter(after))
        {
            if (handler.Handle(delta))
                continue;
            stopped = true;
            break;
        }

        Console.WriteLine(stopped ? "The host stopped." : "Everything was delivered.");
        {|SLC202:handler.HandleResult(newest)|};
    }
}
