using Sluice;

namespace Corpus.Slc211.Handler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc211-handler")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync({|SLC211:long|} after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var delta in log.ReadAfter(after))
        {
            if (!handler.Handle(delta))
                return;
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }
}
