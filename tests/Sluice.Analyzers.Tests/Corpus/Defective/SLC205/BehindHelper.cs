using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc205BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>The helper is given the position that came in, not that of the change.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return ToDelta(change, after ?? -1);
    }

    private static SyncDelta<Person> ToDelta(LoggedChange change, long position)
        => change.After is { } person ? SyncDelta.CreateOrUpdate({|SLC205:position|}, person) : SyncDelta.Delete<Person>({|SLC205:position|}, change.PersonId);
}
