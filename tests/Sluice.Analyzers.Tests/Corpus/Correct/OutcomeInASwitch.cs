using Sluice;

namespace Corpus.OutcomeInASwitch;

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

/// <summary>A helper tells what became of the run.</summary>
[Connector("outcome-in-a-switch")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        SyncToken? result = Drain(after, handler) switch
        {
            Outcome.Stopped => null,
            Outcome.Empty when after is { } given => given,
            _ => newest is { } token ? token : default(SyncToken?),
        };
        if (result is { } reached)
            handler.HandleResult(reached);
    }

    private enum Outcome { Empty, Drained, Stopped }

    private Outcome Drain(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var outcome = Outcome.Empty;
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return Outcome.Stopped;
            outcome = Outcome.Drained;
        }

        return outcome;
    }
}
