using Sluice;

namespace Corpus.Slc205Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record FeedPage(IReadOnlyList<Person> Changed, IReadOnlyList<string> Deleted, string Cursor, bool More);

public interface IFeed
{
    ValueTask<string?> CursorAsync(CancellationToken cancellation);

    ValueTask<FeedPage> ReadAsync(string? cursor, int limit, CancellationToken cancellation);
}

/// <summary>The token of a delete is an empty text: the one who stores it starts again.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<string?> LatestAsync(CancellationToken cancellation) => feed.CursorAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? after, int pageSize, CancellationToken cancellation)
    {
        var page = await feed.ReadAsync(after, pageSize, cancellation);
        SyncToken next = page.Cursor;
        return new SyncPage<Person>(
            [.. page.Deleted.Select(id => SyncDelta.Delete<Person>({|SLC205:""|}, id)), .. page.Changed.Select(person => SyncDelta.CreateOrUpdate(next, person))],
            next,
            page.More);
    }
}
