using Sluice;

namespace Corpus.CheckedThenIterated;

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

/// <summary>The arguments are checked when the sync is called, the rest runs later.</summary>
[Connector("checked-then-iterated")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after ?? 0);
        return Iterate();

        IEnumerable<SyncDelta<Person>> Iterate()
        {
            if (log.Newest() is not { } newest)
                yield break;
            foreach (var change in log.ReadAfter(after))
            {
                if (change.Number > newest)
                    yield break;
                yield return change.Delta;
            }
        }
    }
}
