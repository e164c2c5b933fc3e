using Sluice;

namespace Corpus.Slc201.HelperFindsNothing;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc201-helper-finds-nothing")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = Pump(after, handler);
        if (last is { } reached)
            handler.HandleResult(reached);
    {|SLC201:}|}

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = null;
        foreach (var delta in log.ReadAfter(after))
        {
            if (!handler.Handle(delta))
                return null;
            last = delta.Token;
        }

        return last;
    }
}
