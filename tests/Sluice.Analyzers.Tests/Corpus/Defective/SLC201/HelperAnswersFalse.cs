using Sluice;

namespace Corpus.Slc201.HelperAnswersFalse;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IReadOnlyList<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc201-helper-answers-false")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!TryDeliver(after, handler, out var reached))
            {|SLC201:return|};
        handler.HandleResult(reached);
    }

    private bool TryDeliver(long? after, ISyncTokenResultsHandler<Person> handler, out SyncToken reached)
    {
        reached = default;
        if (log.Newest() is not { } newest)
            return false;
        var deltas = log.ReadAfter(after);
        if (deltas.Count == 0)
            return false;
        foreach (var delta in deltas)
        {
            if (!handler.Handle(delta))
                return false;
        }

        reached = newest;
        return true;
    }
}
