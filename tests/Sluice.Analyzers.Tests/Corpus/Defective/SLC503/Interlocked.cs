using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc503Interlocked;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>Safe for threads, and wrong for systems.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private static long {|SLC503:s_newest|};

    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        var newest = await log.NewestAsync(cancellation);
        Note(newest ?? 0);
        return newest;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }

    private static void Note(long newest) => Interlocked.Exchange(ref s_newest, newest);
}
