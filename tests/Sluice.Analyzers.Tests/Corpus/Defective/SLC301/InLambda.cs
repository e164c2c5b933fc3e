using Sluice;

namespace Corpus.Slc301.InLambda;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Page(IReadOnlyList<SyncDelta<Person>> Deltas, long Next, bool HasMore);

public interface IChangeLog
{
    long Newest();

    Page ReadPage(long? after);
}

[Connector("slc301-in-lambda")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var page = log.ReadPage(after);
        Array.ForEach([.. page.Deltas], delta => {|SLC301:handler.Handle(delta)|});
        handler.HandleResult(page.Next);
    }
}
