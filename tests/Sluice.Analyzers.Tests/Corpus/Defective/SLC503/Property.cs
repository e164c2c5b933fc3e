using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc503Property;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

/// <summary>Others may set it at any time.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    internal static string {|SLC503:Tenant|} { get; set; } = "default";

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }
}
