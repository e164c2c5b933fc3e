using Sluice;

namespace Corpus.Slc203.EveryPage;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Page(IReadOnlyList<SyncDelta<Person>> Deltas, long Next, bool HasMore);

public interface IChangeLog
{
    long Newest();

    Page ReadPage(long? after);
}

[Connector("slc203-every-page")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var position = after;
        Page page;
        do
        {
            page = log.ReadPage(position);
            foreach (var delta in page.Deltas)
            {
                if (!handler.Handle(delta))
                    return;
            }

            {|SLC203:handler.HandleResult(page.Next)|};
            position = page.Next;
        }
        while (page.HasMore);
    }
}
