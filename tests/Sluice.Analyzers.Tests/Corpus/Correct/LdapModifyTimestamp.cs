using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Text;
using Sluice;

namespace Corpus.LdapModifyTimestamp;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Entry(DateTimeOffset Modified, string Id, string Login);

public interface IDirectory
{
    DateTimeOffset? NewestModification();

    IEnumerable<Entry> Search(SearchRequest request);
}

/// <summary>A directory knows whole seconds and writes them without separators; the second of the position is read again.</summary>
[Connector("ldap-timestamps")]
public sealed partial class TimestampConnector(IDirectory directory)
{
    private const string GeneralizedTime = "yyyyMMddHHmmss'Z'";

    [LatestSyncToken<Person>]
    public string? Latest() => directory.NewestModification() is { } newest ? ToText(newest) : null;

    [Sync<Person>(TokenGranularity.AtLeastOnce)]
    public IEnumerable<SyncDelta<Person>> Sync(string? after)
    {
        var filter = after is null ? "(objectClass=person)" : $"(&(objectClass=person)(modifyTimestamp>={Escape(after)}))";
        foreach (var entry in directory.Search(new SearchRequest("ou=people", filter)).OrderBy(entry => entry.Modified))
            yield return SyncDelta.CreateOrUpdate(ToText(entry.Modified), new Person(entry.Id, entry.Login));
    }

    private static string ToText(DateTimeOffset time) => time.UtcDateTime.ToString(GeneralizedTime, CultureInfo.InvariantCulture);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value)
            escaped.Append(character is '*' or '(' or ')' or '\\' or '\0' ? $"\\{(int)character:x2}" : character.ToString());
        return escaped.ToString();
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
