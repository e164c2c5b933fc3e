using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.ScimLastModified;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record ScimUser(string Id, string UserName, DateTimeOffset LastModified);

public interface IScimClient
{
    /// <summary>The time that the server says it is, as its answers tell.</summary>
    ValueTask<DateTimeOffset> ServerTimeAsync(CancellationToken cancellation);

    IAsyncEnumerable<ScimUser> UsersAsync(string? filter, string sortBy, CancellationToken cancellation);
}

/// <summary>No change feed: what was modified since, by the server's clock; the clock of this machine only measures.</summary>
[Connector("scim")]
public sealed partial class ScimConnector(IScimClient client, TimeProvider clock, ILogger<ScimConnector> logger)
{
    [LatestSyncToken<Person>]
    public async ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation) => await client.ServerTimeAsync(cancellation);

    [Sync<Person>(TokenGranularity.AtLeastOnce)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var filter = after is { } time ? $"meta.lastModified ge \"{time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\"" : null;
        await foreach (var user in client.UsersAsync(filter, "meta.lastModified", cancellation))
            yield return SyncDelta.CreateOrUpdate(user.LastModified, new Person(user.Id, user.UserName));
        logger.LogInformation("Read in {Elapsed}, at {Now}", clock.GetElapsedTime(started), clock.GetUtcNow());
    }
}
