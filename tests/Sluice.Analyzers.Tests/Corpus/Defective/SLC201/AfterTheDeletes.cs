using Sluice;

namespace Corpus.Slc201.AfterTheDeletes;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IReadOnlyList<SyncDelta<Person>> ReadDeletedAfter(long? number);

    IReadOnlyList<SyncDelta<Person>> ReadChangedAfter(long? number);
}

[Connector("slc201-after-the-deletes")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is not { } newest)
            return;
        foreach (var delta in log.ReadDeletedAfter(after))
        {
            if (!handler.Handle(delta))
                return;
        }

        var changed = log.ReadChangedAfter(after);
        if (changed.Count == 0)
            {|SLC201:return|};
        foreach (var delta in changed)
        {
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }
}
