using System.ComponentModel.DataAnnotations;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.RestDeltaLinkGuarded;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record ChangePage(IReadOnlyList<Person> Value, IReadOnlyList<string> Removed, string? NextLink, string? DeltaLink);

/// <summary>The key is seen only by the request that needs it; the address takes the position as an escaped value.</summary>
[ConnectorConfiguration]
public sealed partial class RestConfiguration
{
    [ConfigurationProperty(Order = 1), Required, Url]
    public string Address { get; set; } = "";

    [ConfigurationProperty(Order = 2)]
    public GuardedString? ApiKey { get; set; }

    public string ApiKeyHeader { get; set; } = "x-api-key";

    public bool UseAccessToken { get; set; }
}

[Connector("rest-delta-link")]
public sealed partial class RestConnector(RestConfiguration configuration, HttpClient http, ILogger<RestConnector> logger)
{
    private int _requests;

    [LatestSyncToken<Person>]
    public async ValueTask<string?> LatestAsync(CancellationToken cancellation)
    {
        var page = await GetAsync($"{configuration.Address}/people/delta?latest=true", cancellation);
        return page.DeltaLink;
    }

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? after, int pageSize, CancellationToken cancellation)
    {
        var page = await GetAsync($"{configuration.Address}/people/delta?top={pageSize}&token={Uri.EscapeDataString(after ?? "")}", cancellation);
        var link = page.NextLink ?? page.DeltaLink;
        if (link is null)
            throw new ConnectorException($"{configuration.Address} answered without a link to go on from.");
        SyncToken next = link;
        return new SyncPage<Person>(
            [.. page.Removed.Select(id => SyncDelta.Delete<Person>(next, id)), .. page.Value.Select(person => SyncDelta.CreateOrUpdate(next, person))],
            next,
            page.NextLink is not null);
    }

    private async Task<ChangePage> GetAsync(string address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (configuration.ApiKey?.Access(static characters => new string(characters)) is { } key)
            request.Headers.Add(configuration.ApiKeyHeader, key);
        var number = Interlocked.Increment(ref _requests);
        logger.LogDebug("Request {Number} to {Address}, authenticated: {Authenticated}", number, configuration.Address, configuration.ApiKey is not null);
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ChangePage>(cancellation) ?? throw new ConnectorException($"{configuration.Address} answered nothing.");
    }
}
