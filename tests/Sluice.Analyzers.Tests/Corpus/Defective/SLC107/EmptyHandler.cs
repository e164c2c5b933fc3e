using Sluice;

namespace Corpus.Slc107.EmptyHandler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc107-empty-handler")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void {|SLC107:Sync|}(long? after, ISyncResultsHandler<Person> handler)
    {
        // The log is read here.
    }
}
