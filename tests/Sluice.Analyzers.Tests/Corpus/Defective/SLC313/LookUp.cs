using Microsoft.Extensions.Logging;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc313.LookUp;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    Task<Person> PersonAsync(string id, CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("slc313-lookup")]
public sealed partial class HrConnector(IFeed feed, ILogger<HrConnector> logger)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            Person person;
            try
            {
                person = await feed.PersonAsync(change.Id, cancellation);
            }
            {|SLC313:catch|} (Exception exception)
            {
                logger.LogWarning(exception, "{Id} could not be read", change.Id);
                continue;
            }

            yield return SyncDelta.CreateOrUpdate(change.Number, person);
        }
    }
}
