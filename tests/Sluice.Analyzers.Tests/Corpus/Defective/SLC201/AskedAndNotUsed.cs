using Sluice;

namespace Corpus.Slc201.AskedAndNotUsed;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc201-asked-and-not-used")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncResultsHandler<Person> handler)
    {
        var tokens = handler as ISyncTokenResultsHandler<Person>;
        foreach (var delta in log.ReadAfter(after))
        {
            if (!handler.Handle(delta))
                return;
        }

        Console.WriteLine(tokens is null ? "The host takes no token." : "The host takes a token.");
    {|SLC201:}|}
}
