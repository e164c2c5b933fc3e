using Sluice;

namespace Corpus.LastOfEach;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<(IReadOnlyList<LoggedChange> Changes, long Next, bool More)> ReadAsync(long? number, int limit, CancellationToken cancellation);

    ValueTask<IReadOnlyDictionary<string, Person>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);
}

/// <summary>Of many changes of one person the last is delivered, in the order of the log.</summary>
[Connector("last-of-each")]
public sealed partial class CompactingConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async ValueTask<SyncPage<Person>> SyncAsync(long? after, int pageSize, CancellationToken cancellation)
    {
        var (changes, next, more) = await log.ReadAsync(after, pageSize, cancellation);
        var lastOfEach = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in changes)
            lastOfEach[change.PersonId] = change.Number;
        var people = await log.FindAsync(lastOfEach.Keys, cancellation);
        var deltas = new List<SyncDelta<Person>>();
        foreach (var (id, number) in lastOfEach.OrderBy(change => change.Value))
            deltas.Add(people.TryGetValue(id, out var person) ? SyncDelta.CreateOrUpdate(number, person) : SyncDelta.Delete<Person>(number, id));
        return new SyncPage<Person>(deltas, next, more);
    }
}
