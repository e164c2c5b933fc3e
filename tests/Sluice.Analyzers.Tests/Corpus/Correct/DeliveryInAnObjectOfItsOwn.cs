using Sluice;

namespace Corpus.DeliveryInAnObjectOfItsOwn;

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

[Connector("deliveryinanobjectofitsown")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var run = new Run(handler);
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!run.Deliver(change))
                return;
        }

        handler.HandleResult(newest);
    }

    private sealed class Run(ISyncResultsHandler<Person> handler)
    {
        private readonly ISyncResultsHandler<Person> _handler = handler;

        public bool Deliver(Change change) => change.Id.Length == 0 || _handler.Handle(change.Delta);
    }
}
