using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ThrottledLookUpsOrderedDelivery;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    Task<string> NameAsync(string id, CancellationToken cancellation);

    IAsyncEnumerable<IReadOnlyList<Change>> ReadAsync(long? after, CancellationToken cancellation);
}

[Connector("throttledlookupsordereddelivery")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await feed.NewestAsync(cancellation);
        using var gate = new SemaphoreSlim(8);
        await foreach (var changes in feed.ReadAsync(after, cancellation))
        {
            var names = changes.Select(async change =>
            {
                await gate.WaitAsync(cancellation);
                try
                {
                    return await feed.NameAsync(change.Id, cancellation);
                }
                finally
                {
                    gate.Release();
                }
            }).ToArray();
            await Task.WhenAll(names);
            for (var i = 0; i < names.Length; i++)
            {
                if (!await handler.HandleAsync(SyncDelta.CreateOrUpdate(changes[i].Number, new Person(changes[i].Id, names[i].Result)), cancellation))
                    return;
            }
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }
}
