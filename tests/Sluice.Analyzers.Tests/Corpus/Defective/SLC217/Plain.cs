using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc217Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>From now means from the beginning.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => {|SLC217:0|};

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }
}
