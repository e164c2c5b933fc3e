using Sluice;

namespace Corpus.DirectoryCookie;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record DirectoryPage(IReadOnlyList<Person> Changed, IReadOnlyList<string> Deleted, byte[] Cookie, bool More);

public interface IDirectory
{
    ValueTask<byte[]?> CookieAsync(CancellationToken cancellation);

    ValueTask<DirectoryPage> ChangesAsync(byte[]? cookie, CancellationToken cancellation);
}

/// <summary>A directory that gives a cookie with each page: the page is one group, and its cookie the position after it.</summary>
[Connector("directory-cookie")]
public sealed partial class CookieConnector(IDirectory directory)
{
    [LatestSyncToken<Person>]
    public ValueTask<byte[]?> LatestAsync(CancellationToken cancellation) => directory.CookieAsync(cancellation);

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(byte[]? after, CancellationToken cancellation)
    {
        var page = await directory.ChangesAsync(after, cancellation);
        SyncToken next = page.Cookie;
        return new SyncPage<Person>(
            [.. page.Deleted.Select(id => SyncDelta.Delete<Person>(next, id)), .. page.Changed.Select(person => SyncDelta.CreateOrUpdate(next, person))],
            next,
            page.More);
    }
}
