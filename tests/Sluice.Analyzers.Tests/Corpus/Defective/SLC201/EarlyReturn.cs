using Sluice;

namespace Corpus.Slc201.EarlyReturn;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Page(IReadOnlyList<SyncDelta<Person>> Deltas, long Next, bool HasMore);

public interface IChangeLog
{
    long Newest();

    Page ReadPage(long? after);
}

[Connector("slc201-early-return")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var page = log.ReadPage(after);
        if (page.Deltas.Count == 0)
            {|SLC201:return|};
        foreach (var delta in page.Deltas)
        {
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(page.Next);
    }
}
