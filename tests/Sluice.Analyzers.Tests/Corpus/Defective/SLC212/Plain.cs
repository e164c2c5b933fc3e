using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc212Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>The position is in a field, and a restart begins from nothing.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private long {|SLC212:_last|};

    [LatestSyncToken<Person>]
    public long? Latest() => _last;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
        {
            _last = change.Number;
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
        }
    }
}
