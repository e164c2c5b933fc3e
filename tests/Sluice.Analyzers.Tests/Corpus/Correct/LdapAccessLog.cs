using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.LdapAccessLog;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string EntryUuid, [Name] string Uid, string? Surname);

[ObjectClass(ObjectClasses.Group)]
public sealed partial record Team([Uid] string EntryUuid, [Name] string Name, IReadOnlyList<string> Members);

/// <summary>Syncs people and teams from one log; each class moves over the entries of the other.</summary>
[Connector("corpus-ldap-accesslog")]
public sealed partial class OpenLdapConnector(IAccessLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<string?> LatestPersonAsync(CancellationToken cancellation) => log.NewestCsnAsync(cancellation);

    [LatestSyncToken<Team>]
    public ValueTask<string?> LatestTeamAsync(CancellationToken cancellation) => log.NewestCsnAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Person>> SyncPeopleAsync(string? csn, CancellationToken cancellation)
        => SyncAsync(csn, "inetOrgPerson", static entry => new Person(entry.Uuid, entry.Name, entry.Values.GetValueOrDefault("sn")?[0]), cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncEvent<Team>> SyncTeamsAsync(string? csn, CancellationToken cancellation)
        => SyncAsync(csn, "groupOfNames", static entry => new Team(entry.Uuid, entry.Name, entry.Values.GetValueOrDefault("member") ?? []), cancellation);

    private async IAsyncEnumerable<SyncEvent<T>> SyncAsync<T>(string? csn, string objectClass, Func<LogEntry, T> map, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        await foreach (var entry in log.ReadAsync(csn, cancellation))
        {
            if (entry.ObjectClass != objectClass)
                yield return SyncEvent.Checkpoint(entry.Csn);
            else if (entry.IsDelete)
                yield return SyncDelta.Delete<T>(entry.Csn, entry.Uuid);
            else
                yield return SyncDelta.CreateOrUpdate(entry.Csn, map(entry));
        }
    }
}
// file: AccessLog.cs
namespace Corpus.LdapAccessLog;

public sealed record LogEntry(string Csn, string Uuid, string Name, string ObjectClass, bool IsDelete, IReadOnlyDictionary<string, string[]> Values);

public interface IAccessLog
{
    ValueTask<string?> NewestCsnAsync(CancellationToken cancellation);

    IAsyncEnumerable<LogEntry> ReadAsync(string? afterCsn, CancellationToken cancellation);
}
