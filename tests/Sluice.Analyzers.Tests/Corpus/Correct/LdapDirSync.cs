using Sluice;

namespace Corpus.LdapDirSync;

public sealed record DirSyncAnswer(IReadOnlyList<DirSyncEntry> Entries, byte[] Cookie, bool MoreData);

public sealed record DirSyncEntry(Guid ObjectGuid, string? SamAccountName, bool IsDeleted, int UserAccountControl);

public interface IDirSync
{
    Task<DirSyncAnswer> SearchAsync(byte[]? cookie, int maximum, CancellationToken cancellation);

    Task<byte[]> ReadCookieAsync(CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record User([Uid] Guid ObjectGuid, [Name] string SamAccountName, [Enabled] bool Enabled);

/// <summary>The cookie is valid for an answer as a whole: a page is one token group.</summary>
[Connector("corpus-ldap-dirsync", DisplayName = "Directory by DirSync")]
public sealed partial class DirSyncConnector(IDirSync directory)
{
    private const int AccountDisabled = 2;

    [LatestSyncToken<User>]
    public Task<byte[]> LatestAsync(CancellationToken cancellation) => directory.ReadCookieAsync(cancellation);

    [Sync<User>]
    public async Task<SyncPage<User>> SyncAsync(byte[]? cookie, int pageSize, CancellationToken cancellation)
    {
        var answer = await directory.SearchAsync(cookie, pageSize, cancellation).ConfigureAwait(false);
        var next = (SyncToken)answer.Cookie;
        var deltas = from entry in answer.Entries
                     where entry.IsDeleted || entry.SamAccountName is not null
                     select entry.IsDeleted
                         ? SyncDelta.Delete<User>(next, entry.ObjectGuid.ToString())
                         : SyncDelta.CreateOrUpdate(next, new User(entry.ObjectGuid, entry.SamAccountName!, (entry.UserAccountControl & AccountDisabled) == 0));
        return new SyncPage<User>(deltas.ToList(), next, answer.MoreData);
    }
}
