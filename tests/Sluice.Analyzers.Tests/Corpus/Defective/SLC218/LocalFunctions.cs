using Sluice;

namespace Corpus.Slc218.LocalFunctions;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IReadOnlyList<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc218-local-functions")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        long? Reached() => {|SLC218:log.Newest()|};

        if (Deliver() && Reached() is { } reached)
            handler.HandleResult(reached);

        bool Deliver()
        {
            foreach (var delta in log.ReadAfter(after))
            {
                if (!handler.Handle(delta))
                    return false;
            }

            return true;
        }
    }
}
