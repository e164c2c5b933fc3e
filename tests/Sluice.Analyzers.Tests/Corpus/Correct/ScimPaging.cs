using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ScimPaging;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record ScimUser(
    [Uid] string Id,
    [Name] string UserName,
    string? DisplayName,
    [ObjectAttribute("emails")] IReadOnlyList<string> Emails,
    [Enabled] bool Active);

public sealed record ListResponse(int TotalResults, int StartIndex, int ItemsPerPage, IReadOnlyList<UserResource> Resources);

public sealed record UserResource(string Id, string UserName, string? DisplayName, IReadOnlyList<Email>? Emails, bool Active);

public sealed record Email(string Value, bool Primary);

/// <summary>SCIM has no feed of changes, so there is no sync: a host compares what it searched.</summary>
[Connector("corpus-scim")]
public sealed partial class ScimConnector(HttpClient http)
{
    private const int PageSize = 100;

    [TestConnection]
    public async Task TestAsync(CancellationToken cancellation)
    {
        using var response = await http.GetAsync("ServiceProviderConfig", cancellation);
        response.EnsureSuccessStatusCode();
    }

    [Search<ScimUser>]
    public async IAsyncEnumerable<ScimUser> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var start = 1; ;)
        {
            var page = await ReadAsync(start, PageSize, cancellation);
            foreach (var resource in page.Resources)
                yield return ToUser(resource);
            start += page.Resources.Count;
            if (page.Resources.Count == 0 || start > page.TotalResults)
                yield break;
        }
    }

    [Get<ScimUser>]
    public async Task<ScimUser?> GetAsync(string uid, CancellationToken cancellation)
    {
        using var response = await http.GetAsync($"Users/{Uri.EscapeDataString(uid)}", cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<UserResource>(cancellation) is { } found ? ToUser(found) : null;
    }

    [Delete<ScimUser>]
    public async Task DeleteAsync(string uid, CancellationToken cancellation)
    {
        using var response = await http.DeleteAsync($"Users/{Uri.EscapeDataString(uid)}", cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            throw new UnknownUidException($"There is no user '{uid}'.") { Uid = uid };
        response.EnsureSuccessStatusCode();
    }

    private async Task<ListResponse> ReadAsync(int start, int count, CancellationToken cancellation)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"Users?startIndex={start}&count={count}&sortBy=id");
        return await http.GetFromJsonAsync<ListResponse>(address, cancellation) ?? throw new ConnectorException("The list of users is empty text.");
    }

    private static ScimUser ToUser(UserResource resource)
        => new(resource.Id, resource.UserName, resource.DisplayName, [.. (resource.Emails ?? []).Select(email => email.Value)], resource.Active);
}
