using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc205InputToken;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>Every delta carries the position that the run started from.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
        {
            if (change.After is { } person)
                yield return SyncDelta.CreateOrUpdate({|SLC205:after ?? 0|}, person);
            else
                yield return SyncDelta.Delete<Person>({|SLC205:after ?? 0|}, change.PersonId);
        }
    }
}
