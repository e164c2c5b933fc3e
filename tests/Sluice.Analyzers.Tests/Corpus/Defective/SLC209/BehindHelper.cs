using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc209BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>A helper hides the clock.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var started = Now();
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
        yield return SyncEvent.Checkpoint(started);
    }

    private static long Now() => {|SLC209:DateTime.UtcNow|}.Ticks;
}
