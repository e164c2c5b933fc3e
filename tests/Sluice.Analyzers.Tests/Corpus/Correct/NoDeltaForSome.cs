using Sluice;

namespace Corpus.NoDeltaForSome;

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

[Connector("nodeltaforsome")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            var delta = Map(change);
            if (delta.Type == SyncDeltaType.None)
                continue;
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }

    private static SyncDelta<Person> Map(Change change) => change.Id.Length == 0 ? default : change.Delta;
}
