using Sluice;

namespace Corpus.Slc218Page;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record FeedPage(IReadOnlyList<Person> Changed, IReadOnlyList<string> Deleted, string Cursor, bool More);

public interface IFeed
{
    ValueTask<string?> CursorAsync(CancellationToken cancellation);

    ValueTask<FeedPage> ReadAsync(string? cursor, int limit, CancellationToken cancellation);
}

/// <summary>The page is read first, and then the position for it.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<string?> LatestAsync(CancellationToken cancellation) => feed.CursorAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? after, int pageSize, CancellationToken cancellation)
    {
        var page = await feed.ReadAsync(after, pageSize, cancellation);
        var next = await {|SLC218:feed.CursorAsync(cancellation)|} ?? page.Cursor;
        return new SyncPage<Person>([.. page.Changed.Select(person => SyncDelta.CreateOrUpdate(next, person))], next, hasMore: false);
    }
}
