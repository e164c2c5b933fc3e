using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc209Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(DateTimeOffset? time, CancellationToken cancellation);
}

/// <summary>The position is the time of this machine.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public DateTimeOffset? Latest() => {|SLC209:DateTimeOffset.UtcNow|};

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Time, change.PersonId);
    }
}
