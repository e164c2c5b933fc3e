using Sluice;

namespace Corpus.PathsBySwitch;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long? Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

/// <summary>A first run, a run with nothing new, and all others.</summary>
[Connector("paths-by-switch")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        switch (after)
        {
            case null when newest is null:
                return;
            case { } from when from == newest:
                handler.HandleResult(from);
                return;
            default:
                foreach (var change in log.ReadAfter(after))
                {
                    if (!handler.Handle(change.Delta))
                        return;
                }

                if (newest is { } token)
                    handler.HandleResult(token);
                break;
        }
    }
}
