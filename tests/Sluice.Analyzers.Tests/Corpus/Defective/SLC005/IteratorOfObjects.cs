using Sluice;

namespace Corpus.Slc005.IteratorOfObjects;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc005-iterator-of-objects")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<Person> {|SLC005:Sync|}(long? after)
    {
        foreach (var delta in log.ReadAfter(after))
        {
            if (delta.Object is { } person)
                yield return person;
        }
    }
}
