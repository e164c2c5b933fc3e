using Sluice;

namespace Corpus.Slc203.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Page(IReadOnlyList<SyncDelta<Person>> Deltas, long Next, bool HasMore);

public interface IChangeLog
{
    long Newest();

    Page ReadPage(long? after);
}

[Connector("slc203-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var page = log.ReadPage(after);
        if (page.Deltas.Count == 0)
        {
            handler.HandleResult(page.Next);
        }
        else
        {
            foreach (var delta in page.Deltas)
            {
                if (!handler.Handle(delta))
                    return;
            }

            handler.HandleResult(page.Deltas[^1].Token);
        }

        {|SLC203:handler.HandleResult(page.Next)|};
    }
}
