using Sluice;

namespace Corpus.Slc305.FilledThenDelivered;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("slc305-filledthendelivered")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var {|SLC305:deltas|} = new List<SyncDelta<Person>>();
        foreach (var change in log.ReadAfter(after))
            deltas.Add(change.Delta);

        foreach (var delta in deltas)
        {
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }
}
