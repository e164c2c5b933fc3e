using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc503Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>All systems count together.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private static int {|SLC503:s_runs|};

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        s_runs++;
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }
}
