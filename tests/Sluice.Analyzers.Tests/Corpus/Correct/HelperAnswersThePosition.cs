using Sluice;

namespace Corpus.HelperAnswersThePosition;

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

/// <summary>A helper delivers and answers the position that was reached, or null after a stop.</summary>
[Connector("helper-answers-the-position-pattern")]
public sealed partial class PatternConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = Pump(after, handler);
        if (last is { } reached)
            handler.HandleResult(reached);
    }

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = after is { } given ? given : default(SyncToken?);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
            last = change.Number;
        }

        return last;
    }
}

[Connector("helper-answers-the-position-early-return")]
public sealed partial class EarlyReturnConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var last = Pump(after, handler);
        if (last is null)
            return;
        handler.HandleResult(last.Value);
    }

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = after is { } given ? given : default(SyncToken?);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
            last = change.Number;
        }

        return last;
    }
}

[Connector("helper-answers-the-position-has-value")]
public sealed partial class HasValueConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var last = Pump(after, handler);
        if (!last.HasValue)
            return;
        handler.HandleResult(last.Value);
    }

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = after is { } given ? given : default(SyncToken?);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
            last = change.Number;
        }

        return last;
    }
}

[Connector("helper-answers-the-position-unequal")]
public sealed partial class UnequalConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var last = Pump(after, handler);
        if (last != null)
            handler.HandleResult(last.Value);
    }

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = after is { } given ? given : default(SyncToken?);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
            last = change.Number;
        }

        return last;
    }
}

[Connector("helper-answers-the-position-inline")]
public sealed partial class InlineConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (Pump(after, handler) is { } token)
            handler.HandleResult(token);
    }

    private long? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
        }

        return newest;
    }
}

[Connector("helper-answers-the-position-number")]
public sealed partial class NumberConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if ((Pump(after, handler) ?? after) is { } token)
            handler.HandleResult(token);
    }

    private long? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
        }

        return newest;
    }
}

[Connector("helper-answers-the-position-chosen")]
public sealed partial class ChosenConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        switch (Pump(after, handler))
        {
            case { } reached:
                handler.HandleResult(reached);
                break;
            case null:
                break;
        }
    }

    private SyncToken? Pump(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        SyncToken? last = after is { } given ? given : default(SyncToken?);
        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return null;
            last = change.Number;
        }

        return last;
    }
}
