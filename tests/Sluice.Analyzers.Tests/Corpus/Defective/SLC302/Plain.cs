using Sluice;

namespace Corpus.Slc302.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc302-plain")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var complete = true;
        foreach (var delta in log.ReadAfter(after))
        {
            if (!{|SLC302:handler.Handle(delta)|})
                complete = false;
        }

        if (complete)
            handler.HandleResult(newest);
    }
}
