using Sluice;

namespace Corpus.Slc012.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

/// <summary>The annotation of the class was forgotten.</summary>
public sealed class {|SLC012:PeopleConnector|}(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);
}
