using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sluice;

namespace Corpus.EventsWithCache;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record SystemEvent(long Sequence, string Kind, string UserId);

public interface ISystemLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<SystemEvent> EventsAsync(long? after, CancellationToken cancellation);

    ValueTask<Person?> FindAsync(string id, CancellationToken cancellation);
}

/// <summary>Fields may remember what is no position: persons for a while, and when they were read.</summary>
[Connector("events-with-cache")]
public sealed partial class EventConnector(ISystemLog log, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Person> _known = new(StringComparer.Ordinal);
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private long _events;

    public long Events => _events;

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var logged in log.EventsAsync(after, cancellation))
        {
            _events++;
            if (!Patterns.GetOrAdd("user[.]", static pattern => new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1))).IsMatch(logged.Kind))
            {
                yield return SyncEvent.Checkpoint(logged.Sequence);
                continue;
            }

            var person = Known(logged.UserId) ?? await log.FindAsync(logged.UserId, cancellation);
            if (person is null)
            {
                yield return SyncDelta.Delete<Person>(logged.Sequence, logged.UserId);
                continue;
            }

            Remember(person);
            yield return SyncDelta.CreateOrUpdate(logged.Sequence, person);
        }
    }

    private Person? Known(string id)
    {
        lock (_lock)
        {
            if (clock.GetUtcNow() - _readAt > TimeSpan.FromMinutes(1))
                _known.Clear();
            return _known.GetValueOrDefault(id);
        }
    }

    private void Remember(Person person)
    {
        lock (_lock)
        {
            _known[person.Id] = person;
            _readAt = clock.GetUtcNow();
        }
    }
}
