using Sluice;

namespace Corpus.NothingLoggedYet;

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

    long? Position { get; }

    bool TryGetNewest(out long newest);

    string Text();
}

/// <summary>The source has no position yet, so there is none to report.</summary>
[Connector("nothing-logged-yet-pattern")]
public sealed partial class PatternConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is not { } latest)
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-type")]
public sealed partial class TypeConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is not long latest)
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-variable")]
public sealed partial class VariableConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var found = log.Newest();
        if (found is null)
            return;
        var latest = found.Value;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-assignment")]
public sealed partial class AssignmentConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        long? latest;
        if ((latest = log.Newest()) is null)
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest.Value);
    }
}

[Connector("nothing-logged-yet-property")]
public sealed partial class PropertyConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!log.Position.HasValue)
            return;
        var latest = log.Position.Value;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-try")]
public sealed partial class TryConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!log.TryGetNewest(out var latest))
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-around")]
public sealed partial class AroundConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is { } latest)
        {
            foreach (var change in log.ReadAfter(after))
            {
                if (!handler.Handle(change.Delta))
                    return;
            }

            handler.HandleResult(latest);
        }
    }
}

[Connector("nothing-logged-yet-nothing-new")]
public sealed partial class NothingNewConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is not { } latest || latest <= after)
            return;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}

[Connector("nothing-logged-yet-in-helper")]
public sealed partial class InHelperConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (Pump() is { } reached)
            handler.HandleResult(reached);

        SyncToken? Pump()
        {
            if (log.Newest() is not { } latest)
                return null;
            foreach (var change in log.ReadAfter(after))
            {
                if (!handler.Handle(change.Delta))
                    return null;
            }

            return latest;
        }
    }
}

[Connector("nothing-logged-yet-text")]
public sealed partial class TextConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Text();
        if (string.IsNullOrEmpty(newest))
            return;
        SyncToken latest = newest;

        foreach (var change in log.ReadAfter(after))
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        handler.HandleResult(latest);
    }
}
