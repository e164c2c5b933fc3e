using System.DirectoryServices.Protocols;
using Sluice;

namespace Corpus.Slc316Directory;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Entry(string Id, string Login, string Cookie);

public interface IDirectory
{
    string? Newest();

    IEnumerable<Entry> Send(SearchRequest request);
}

/// <summary>A star in the position finds everything.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IDirectory directory)
{
    [LatestSyncToken<Person>]
    public string? Latest() => directory.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(string? after)
    {
        var request = new SearchRequest("ou=people", after is null ? "(objectClass=person)" : $"(&(objectClass=person)(entryCSN>={{|SLC316:after|}}))");
        foreach (var entry in directory.Send(request))
            yield return SyncDelta.CreateOrUpdate(entry.Cookie, new Person(entry.Id, entry.Login));
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
