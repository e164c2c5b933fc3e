using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.LdapChangelog;

public interface ILdapConnection
{
    ValueTask<(long First, long Last)> ReadChangelogRangeAsync(CancellationToken cancellation);

    IAsyncEnumerable<ChangelogEntry> SearchAsync(string @base, string filter, CancellationToken cancellation);

    ValueTask<LdapEntry?> ReadAsync(string entryUuid, CancellationToken cancellation);
}

public sealed record ChangelogEntry(long Number, string Kind, string? TargetUuid, IReadOnlyList<string> ObjectClasses, string? OldUuid);

public sealed record LdapEntry(string EntryUuid, string Dn, string? Mail, IReadOnlyList<string> MemberOf);

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string EntryUuid, [Name] string Dn, string? Mail, [ObjectAttribute(AttributeNames.Groups)] IReadOnlyList<string> MemberOf);

/// <summary>Reads cn=changelog in blocks. Gaps are normal; a log that was trimmed beyond the position is not.</summary>
[Connector("corpus-ldap-changelog")]
public sealed partial class LdapConnector(ILdapConnection ldap)
{
    private const int Block = 1000;

    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        var (_, last) = await ldap.ReadChangelogRangeAsync(cancellation).ConfigureAwait(false);
        return last;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = await ldap.ReadChangelogRangeAsync(cancellation).ConfigureAwait(false);
        if (after is { } known && known + 1 < first)
            throw new SyncTokenExpiredException($"The change log begins at {first.ToString(CultureInfo.InvariantCulture)}, after the position.") { Token = known };

        for (var from = Math.Max(first, (after ?? 0) + 1); from <= last; from += Block)
        {
            var to = Math.Min(last, from + Block - 1);
            var filter = string.Create(CultureInfo.InvariantCulture, $"(&(changeNumber>={from})(changeNumber<={to}))");
            await foreach (var entry in ldap.SearchAsync("cn=changelog", filter, cancellation).ConfigureAwait(false))
            {
                if (await ToDeltaAsync(entry, cancellation).ConfigureAwait(false) is { } delta)
                    yield return delta;
                else
                    yield return SyncEvent.Checkpoint(entry.Number);
            }
        }
    }

    private async ValueTask<SyncDelta<Person>?> ToDeltaAsync(ChangelogEntry entry, CancellationToken cancellation)
    {
        if (entry.TargetUuid is null || !entry.ObjectClasses.Contains("inetOrgPerson", StringComparer.OrdinalIgnoreCase))
            return null;
        if (entry.Kind is "delete")
            return SyncDelta.Delete<Person>(entry.Number, entry.TargetUuid);

        var found = await ldap.ReadAsync(entry.TargetUuid, cancellation).ConfigureAwait(false);
        if (found is null)
            return null;
        var person = new Person(found.EntryUuid, found.Dn, found.Mail, found.MemberOf);
        return entry switch
        {
            { Kind: "add" } => SyncDelta.Create(entry.Number, person),
            { Kind: "modrdn", OldUuid: { } old } when old != found.EntryUuid => SyncDelta.Update(entry.Number, person, old),
            _ => SyncDelta.Update(entry.Number, person),
        };
    }
}
