using System.Globalization;
using Sluice;

namespace Corpus.Slc209InjectedClock;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record FeedPage(IReadOnlyList<Person> Changed, IReadOnlyList<string> Deleted, string Cursor, bool More);

public interface IFeed
{
    ValueTask<string?> CursorAsync(CancellationToken cancellation);

    ValueTask<FeedPage> ReadAsync(string? cursor, int limit, CancellationToken cancellation);
}

/// <summary>A clock that can be replaced in a test is still the clock of this machine.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IFeed feed, TimeProvider clock)
{
    [LatestSyncToken<Person>]
    public ValueTask<string?> LatestAsync(CancellationToken cancellation) => feed.CursorAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? after, int pageSize, CancellationToken cancellation)
    {
        var next = {|SLC209:clock.GetUtcNow()|}.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var page = await feed.ReadAsync(after, pageSize, cancellation);
        return new SyncPage<Person>([.. page.Changed.Select(person => SyncDelta.CreateOrUpdate(next, person))], next, page.More);
    }
}
