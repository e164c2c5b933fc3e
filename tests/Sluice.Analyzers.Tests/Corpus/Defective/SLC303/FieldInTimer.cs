using Sluice;

namespace Corpus.Slc303.FieldInTimer;

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

[Connector("slc303-fieldintimer")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    private ISyncTokenResultsHandler<Person>? _handler;
    private Timer? _timer;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        _handler = handler;
        _timer = {|SLC303:new Timer(Deliver, null, 0, 1000)|};
    }

    private void Deliver(object? state)
    {
        foreach (var change in log.ReadAfter(null))
        {
            if (_handler?.Handle(change.Delta) != true)
                return;
        }
    }

    public void Dispose() => _timer?.Dispose();
}
