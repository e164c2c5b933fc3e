using Sluice;

namespace Corpus.Slc212BetterNames;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record FeedPage(IReadOnlyList<Person> Changed, IReadOnlyList<string> Deleted, string Cursor, bool More);

public interface IFeed
{
    ValueTask<string?> CursorAsync(CancellationToken cancellation);

    ValueTask<FeedPage> ReadAsync(string? cursor, int limit, CancellationToken cancellation);
}

/// <summary>The cookie of the session is in a field: two runs at the same time mix theirs.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IFeed feed)
{
    private string? {|SLC212:_sessionCookie|};

    [LatestSyncToken<Person>]
    public ValueTask<string?> LatestAsync(CancellationToken cancellation) => feed.CursorAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? after, int pageSize, CancellationToken cancellation)
    {
        var page = await feed.ReadAsync(after ?? _sessionCookie, pageSize, cancellation);
        _sessionCookie = page.Cursor;
        return new SyncPage<Person>([.. page.Changed.Select(person => SyncDelta.CreateOrUpdate(page.Cursor, person))], page.Cursor, page.More);
    }
}
