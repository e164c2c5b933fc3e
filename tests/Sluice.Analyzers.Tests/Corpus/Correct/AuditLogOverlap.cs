using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.AuditLogOverlap;

public sealed record AuditEvent(string Id, DateTimeOffset Published, string Action, string UserId, string? Login);

public sealed record AuditAnswer(IReadOnlyList<AuditEvent> Events, DateTimeOffset ServerTime);

[ObjectClass(ObjectClasses.Account)]
public sealed partial record User([Uid] string Id, [Name] string Login);

/// <summary>Events of one instant cannot be told apart by time, so the instant of the position is read once more.</summary>
[Connector("corpus-audit-log")]
public sealed partial class AuditConnector(HttpClient http)
{
    [LatestSyncToken<User>]
    public async ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation)
        => (await http.GetFromJsonAsync<AuditAnswer>("events?limit=0", cancellation))?.ServerTime;

    [Sync<User>(TokenGranularity.AtLeastOnce)]
    public async IAsyncEnumerable<SyncEvent<User>> SyncAsync(DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = since;
        for (string? lastId = null; ;)
        {
            var address = "events?limit=500"
                + (from is { } time ? "&from=" + Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture)) : "")
                + (lastId is null ? "" : "&afterId=" + Uri.EscapeDataString(lastId));
            var answer = await http.GetFromJsonAsync<AuditAnswer>(address, cancellation) ?? throw new ConnectorException("The log answered without a body.");
            foreach (var @event in answer.Events)
            {
                if (ToDelta(@event) is { } delta)
                    yield return delta;
                (from, lastId) = (@event.Published, @event.Id);
            }

            if (answer.Events.Count == 0)
                yield break;
        }
    }

    private static SyncDelta<User>? ToDelta(AuditEvent @event) => @event.Action switch
    {
        "user.delete" => SyncDelta.Delete<User>(@event.Published, @event.UserId),
        "user.create" when @event.Login is { } login => SyncDelta.Create(@event.Published, new User(@event.UserId, login)),
        "user.update" or "user.rename" when @event.Login is { } login => SyncDelta.Update(@event.Published, new User(@event.UserId, login)),
        _ => null,
    };
}
