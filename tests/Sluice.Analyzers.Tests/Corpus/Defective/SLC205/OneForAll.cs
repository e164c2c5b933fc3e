using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc205OneForAll;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>Each delta is said to have a token of its own, and all have the same.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation) ?? 0;
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>({|SLC205:newest|}, change.PersonId);
    }
}
