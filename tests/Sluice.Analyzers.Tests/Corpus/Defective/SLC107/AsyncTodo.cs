using Sluice;

namespace Corpus.Slc107.AsyncTodo;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc107-async-todo")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);

    [Create<Person>]
    public Task<Uid> {|SLC107:CreateAsync|}(Person person, CancellationToken cancellation)
    {
        throw new NotImplementedException("Creating people comes with version 2.");
    }
}
