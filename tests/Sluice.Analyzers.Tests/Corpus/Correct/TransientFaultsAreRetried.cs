using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.TransientFaultsAreRetried;

public sealed record Changes(IReadOnlyList<Changed> Items, string Cursor, bool More);

public sealed record Changed(string Id, string? Login);

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[ConnectorConfiguration]
public sealed partial class RetryConfiguration
{
    public int Attempts { get; set; } = 3;

    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>A busy service is asked again; when it stays busy the run ends in an error, and its position stands.</summary>
[Connector("corpus-retries")]
public sealed partial class RetryingConnector(HttpClient http, RetryConfiguration configuration, TimeProvider time)
{
    [LatestSyncToken<Person>]
    public async ValueTask<string?> LatestAsync(CancellationToken cancellation)
    {
        var changes = await ReadAsync("changes?position=end", cancellation);
        return changes.Cursor;
    }

    [Sync<Person>]
    public async ValueTask<SyncPage<Person>> SyncAsync(string? cursor, CancellationToken cancellation)
    {
        var changes = await ReadAsync("changes?cursor=" + Uri.EscapeDataString(cursor ?? ""), cancellation);
        SyncToken next = changes.Cursor;
        return new SyncPage<Person>([.. changes.Items.Select(changed => ToDelta(changed, next))], next, changes.More);
    }

    [Search<Person>]
    public async IAsyncEnumerable<Person> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var found in http.GetFromJsonAsAsyncEnumerable<Changed>("people", cancellation))
        {
            if (found is { Login: { } login })
                yield return new Person(found.Id, login);
        }
    }

    private async Task<Changes> ReadAsync(string address, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await http.GetFromJsonAsync<Changes>(address, cancellation) ?? throw new ConnectorException($"{address} answered without a body.");
            }
            catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests && attempt < configuration.Attempts)
            {
                await Task.Delay(configuration.Pause * attempt, time, cancellation);
            }
            catch (HttpRequestException exception)
            {
                throw new ConnectionFailedException($"{address} cannot be read.", exception);
            }
        }
    }

    private static SyncDelta<Person> ToDelta(Changed changed, SyncToken token)
        => changed.Login is null ? SyncDelta.Delete<Person>(token, changed.Id) : SyncDelta.CreateOrUpdate(token, new Person(changed.Id, changed.Login));
}
