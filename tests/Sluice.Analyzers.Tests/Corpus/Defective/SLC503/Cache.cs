using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc503Cache;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>The persons of one system are found in another.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private static readonly ConcurrentDictionary<string, Person> {|SLC503:Known|} = new(StringComparer.Ordinal);

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
        {
            var person = Known.GetOrAdd(change.PersonId, static id => new Person(id, id));
            yield return SyncDelta.CreateOrUpdate(change.Number, person);
        }
    }
}
