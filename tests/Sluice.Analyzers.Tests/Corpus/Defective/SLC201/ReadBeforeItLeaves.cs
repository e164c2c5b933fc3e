using Sluice;

namespace Corpus.Slc201.ReadBeforeItLeaves;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IReadOnlyList<SyncDelta<Person>> ReadAfter(long? number);

    bool HasChanges(long? number);
}

[Connector("slc201-read-before-it-leaves")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var from = after ?? 0;
        if (newest is null)
            return;
        if (!log.HasChanges(from))
            {|SLC201:return|};
        foreach (var delta in log.ReadAfter(from))
        {
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest.Value);
    }
}
