using Sluice;

namespace Corpus.Slc302.InnerLoopOnly;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Page(IReadOnlyList<SyncDelta<Person>> Deltas, long Next, bool HasMore);

public interface IChangeLog
{
    long Newest();

    Page ReadPage(long? after);
}

[Connector("slc302-inner-loop-only")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var position = after;
        var stopped = false;
        Page page;
        do
        {
            page = log.ReadPage(position);
            foreach (var delta in page.Deltas)
            {
                if (!{|SLC302:handler.Handle(delta)|})
                {
                    stopped = true;
                    break;
                }
            }

            position = page.Next;
        }
        while (page.HasMore);

        if (!stopped)
            handler.HandleResult(page.Next);
    }
}
