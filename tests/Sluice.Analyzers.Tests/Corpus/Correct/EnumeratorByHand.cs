using Sluice;

namespace Corpus.EnumeratorByHand;

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

/// <summary>A loop as it comes out of a translation.</summary>
[Connector("enumerator-by-hand")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        using var changes = log.ReadAfter(after).GetEnumerator();
    next:
        if (changes.MoveNext())
        {
            if (handler.Handle(changes.Current.Delta))
                goto next;
            return;
        }

        if (newest is { } token)
            handler.HandleResult(token);
    }
}
