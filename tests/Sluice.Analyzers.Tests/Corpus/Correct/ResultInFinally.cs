using Sluice;

namespace Corpus.ResultInFinally;

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

/// <summary>The token result is handed over in the finally block, where all was delivered.</summary>
[Connector("result-in-finally")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var reached = log.Newest() ?? after;
        var drained = false;
        try
        {
            foreach (var change in log.ReadAfter(after))
            {
                if (!handler.Handle(change.Delta))
                    return;
            }

            drained = true;
        }
        finally
        {
            if (drained && reached is { } token)
                handler.HandleResult(token);
        }
    }
}
