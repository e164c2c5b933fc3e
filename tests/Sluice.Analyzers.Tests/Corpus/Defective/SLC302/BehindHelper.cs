using Sluice;

namespace Corpus.Slc302.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc302-behind-helper")]
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
            complete = Deliver(delta) && complete;
        if (complete)
            handler.HandleResult(newest);

        bool Deliver(SyncDelta<Person> delta) => {|SLC302:handler.Handle(delta)|};
    }
}
