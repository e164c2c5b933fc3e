using System.DirectoryServices.Protocols;
using Sluice;

namespace Corpus.LdapChangelogBlocks;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(int Number, string Kind, string TargetId, string? Login);

public interface IChangelog
{
    int FirstNumber();

    int LastNumber();

    IReadOnlyList<LoggedChange> Search(SearchRequest request);
}

/// <summary>A change log in blocks of numbers; numbers need no quoting, and a gap does not end the run.</summary>
[Connector("ldap-changelog")]
public sealed partial class ChangelogConnector(IChangelog changelog)
{
    private const int Block = 100;

    private static readonly Dictionary<string, SyncDeltaType> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["add"] = SyncDeltaType.Create,
        ["modify"] = SyncDeltaType.Update,
        ["modrdn"] = SyncDeltaType.Update,
        ["delete"] = SyncDeltaType.Delete,
    };

    [LatestSyncToken<Person>]
    public int? Latest() => changelog.LastNumber();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(int? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (after is { } known && known + 1 < changelog.FirstNumber())
            throw new SyncTokenExpiredException($"The change log begins at {changelog.FirstNumber()}, after {known}.");
        var last = changelog.LastNumber();
        for (var number = (after ?? 0) + 1; number <= last; number += Block)
        {
            var until = Math.Min(number + Block - 1, last);
            foreach (var change in changelog.Search(new SearchRequest("cn=changelog", $"(&(changeNumber>={number})(changeNumber<={until}))")))
            {
                var delta = Kinds[change.Kind] == SyncDeltaType.Delete
                    ? SyncDelta.Delete<Person>(change.Number, change.TargetId)
                    : SyncDelta.CreateOrUpdate(change.Number, new Person(change.TargetId, change.Login ?? change.TargetId));
                if (!handler.Handle(delta))
                    return;
            }
        }

        handler.HandleResult(last);
    }
}

// file: SearchRequest.cs
namespace System.DirectoryServices.Protocols;

/// <summary>As much of it as is needed here.</summary>
public sealed class SearchRequest(string distinguishedName, string ldapFilter)
{
    public string DistinguishedName { get; set; } = distinguishedName;

    public object Filter { get; set; } = ldapFilter;
}
