using Sluice;

namespace Corpus.LocalFunctionKeepsThePosition;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    long Oldest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("localfunctionkeepstheposition")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var last = log.Oldest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!Deliver(change))
                break;
        }

        handler.HandleResult(last);

        bool Deliver(Change change)
        {
            if (!handler.Handle(change.Delta))
                return false;
            last = change.Number;
            return true;
        }
    }
}
