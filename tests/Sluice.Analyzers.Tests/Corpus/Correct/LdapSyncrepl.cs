using Sluice;

namespace Corpus.LdapSyncrepl;

public enum SyncState
{
    Present,
    Add,
    Modify,
    Delete,
}

public sealed record SyncEntry(SyncState State, Guid EntryUuid, string? CommonName);

public sealed record Refresh(IReadOnlyList<SyncEntry> Entries, string Cookie, bool IsDone);

public interface ISyncreplClient
{
    Task<Refresh> RefreshAsync(string? cookie, int sizeLimit, CancellationToken cancellation);

    Task<string?> ReadContextCsnAsync(CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] Guid EntryUuid, [Name] string CommonName);

/// <summary>The next cookie is known only at the end of an answer, so an answer is a page with one token.</summary>
[Connector("corpus-ldap-syncrepl")]
public sealed partial class SyncreplConnector(ISyncreplClient client)
{
    [LatestSyncToken<Person>]
    public Task<string?> LatestAsync(CancellationToken cancellation) => client.ReadContextCsnAsync(cancellation);

    [Sync<Person>(TokenGranularity.Group)]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? cookie, CancellationToken cancellation, int pageSize)
    {
        var refresh = await client.RefreshAsync(cookie, pageSize, cancellation);
        SyncToken next = refresh.Cookie;
        var deltas = new List<SyncDelta<Person>>(refresh.Entries.Count);
        foreach (var entry in refresh.Entries)
        {
            switch (entry)
            {
                case { State: SyncState.Present }:
                    break;
                case { State: SyncState.Delete }:
                    deltas.Add(SyncDelta.Delete<Person>(next, entry.EntryUuid.ToString("D")));
                    break;
                case { CommonName: { } name }:
                    deltas.Add(SyncDelta.CreateOrUpdate(next, new Person(entry.EntryUuid, name)));
                    break;
                default:
                    throw new ConnectorException($"The entry {entry.EntryUuid} came without a name.") { Uid = entry.EntryUuid.ToString("D") };
            }
        }

        return new(deltas, next, !refresh.IsDone);
    }
}
