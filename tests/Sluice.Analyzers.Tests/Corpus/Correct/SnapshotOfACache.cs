using System.Collections.Concurrent;
using Sluice;

namespace Corpus.SnapshotOfACache;

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

[Connector("snapshotofacache")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    private readonly ConcurrentDictionary<string, Change> _cache = new(StringComparer.Ordinal);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in _cache.Values.ToList())
        {
            if (after is null || change.Number > after)
                yield return change.Delta;
        }

        foreach (var pair in _cache.OrderBy(static pair => pair.Value.Number).ToArray())
        {
            if (pair.Value.Number > log.Newest())
                yield return pair.Value.Delta;
        }
    }
}
