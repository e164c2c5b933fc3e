using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc212Property;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(DateTimeOffset? time, CancellationToken cancellation);
}

/// <summary>A property is a field with a longer name.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    private DateTimeOffset {|SLC212:Watermark|} { get; set; }

    [LatestSyncToken<Person>]
    public ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
        {
            if (change.Time > Watermark)
                Watermark = change.Time;
            yield return SyncDelta.Delete<Person>(Watermark, change.PersonId);
        }
    }
}
