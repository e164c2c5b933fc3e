using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc213BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(DateTimeOffset? time, CancellationToken cancellation);
}

/// <summary>The text of the token is made by a helper, and read by the sync.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<string?> LatestAsync(CancellationToken cancellation) => await log.NewestAsync(cancellation) is { } time ? ToText(time) : null;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DateTimeOffset? from = after is null ? null : {|SLC213:DateTimeOffset.Parse(after)|};
        await foreach (var change in log.ReadAfterAsync(from, cancellation))
            yield return SyncDelta.Delete<Person>(ToText(change.Time), change.PersonId);
    }

    private static string ToText(DateTimeOffset time) => {|SLC213:time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK")|};
}
