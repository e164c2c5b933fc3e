using Sluice;

namespace Corpus.HelperAnswersInATuple;

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

/// <summary>Whether all was delivered, and how far.</summary>
[Connector("helper-answers-in-a-tuple-taken")]
public sealed partial class TakenConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var (drained, reached) = Pump(after, handler);
        if (drained && reached is { } token)
            handler.HandleResult(token);
    }

    private (bool Drained, long? Reached) Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return (false, null);
        }

        return (true, newest);
    }
}

[Connector("helper-answers-in-a-tuple-named")]
public sealed partial class NamedConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var run = Pump(after, handler);
        if (run.Drained && run.Reached is { } token)
            handler.HandleResult(token);
    }

    private (bool Drained, long? Reached) Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return (false, null);
        }

        return (true, newest);
    }
}

[Connector("helper-answers-in-a-tuple-matched")]
public sealed partial class MatchedConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (Pump(after, handler) is (true, { } token))
            handler.HandleResult(token);
    }

    private (bool Drained, long? Reached) Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return (false, null);
        }

        return (true, newest);
    }
}

[Connector("helper-answers-in-a-tuple-property")]
public sealed partial class PropertyConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (Pump(after, handler) is { Drained: true, Reached: { } token })
            handler.HandleResult(token);
    }

    private (bool Drained, long? Reached) Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return (false, null);
        }

        return (true, newest);
    }
}
