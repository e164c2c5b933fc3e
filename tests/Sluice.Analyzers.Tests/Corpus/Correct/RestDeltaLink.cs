using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.RestDeltaLink;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record CloudUser([Uid] Guid Id, [Name] string UserPrincipalName, string? Department);

public sealed class DeltaAnswer
{
    public IReadOnlyList<DeltaUser> Value { get; init; } = [];

    [JsonPropertyName("@nextLink")]
    public string? NextLink { get; init; }

    [JsonPropertyName("@deltaLink")]
    public string? DeltaLink { get; init; }
}

public sealed record DeltaUser(Guid Id, string? UserPrincipalName, string? Department, [property: JsonPropertyName("@removed")] Removed? Removed);

public sealed record Removed(string Reason);

/// <summary>The links of the service are the positions: the next link inside a round, the delta link at its end.</summary>
[Connector("corpus-rest-delta-link")]
public sealed partial class CloudConnector(HttpClient http, ILogger<CloudConnector> logger)
{
    [LatestSyncToken<CloudUser>]
    public async ValueTask<string?> LatestAsync(CancellationToken cancellation)
    {
        var answer = await http.GetFromJsonAsync<DeltaAnswer>("users/delta?$deltatoken=latest", cancellation);
        return answer?.DeltaLink;
    }

    [Sync<CloudUser>]
    public async ValueTask<SyncPage<CloudUser>> SyncAsync(string? link, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(link ?? "users/delta", cancellation);
        if (response.StatusCode == HttpStatusCode.Gone)
            throw new SyncTokenExpiredException("The service keeps changes for a week only; read everything again.");
        response.EnsureSuccessStatusCode();

        var answer = await response.Content.ReadFromJsonAsync<DeltaAnswer>(cancellation)
            ?? throw new ConnectorException("The service answered without a body.");
        var next = answer.NextLink ?? answer.DeltaLink ?? throw new ConnectorException("The service answered without a link to go on from.");
        logger.LogDebug("Read {Count} changes.", answer.Value.Count);
        return new SyncPage<CloudUser>([.. Deltas(answer, next)], next, hasMore: answer.NextLink is not null);
    }

    private static IEnumerable<SyncDelta<CloudUser>> Deltas(DeltaAnswer answer, SyncToken token)
    {
        foreach (var user in answer.Value)
        {
            if (user.Removed is not null)
                yield return SyncDelta.Delete<CloudUser>(token, user.Id.ToString());
            else if (user.UserPrincipalName is { } name)
                yield return SyncDelta.CreateOrUpdate(token, new CloudUser(user.Id, name, user.Department));
        }
    }
}
