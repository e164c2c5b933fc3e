using Sluice;

namespace Corpus.Slc313.Source;

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

[Connector("slc313-source")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        IEnumerable<Change> changes = [];
        try
        {
            changes = log.ReadAfter(after);
        }
        {|SLC313:catch|} (IOException exception)
        {
            Console.WriteLine(exception.Message);
        }

        foreach (var change in changes)
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(newest);
    }
}
