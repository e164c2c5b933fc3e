using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc311.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<IReadOnlyList<Change>> PageAsync(long? after, CancellationToken cancellation);
}

[Connector("slc311-nearlyright")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await feed.NewestAsync(cancellation);
        var stopped = false;
        using var gate = new SemaphoreSlim(4);
        var page = await feed.PageAsync(after, cancellation);
        var deliveries = page.Select(async change =>
        {
            await gate.WaitAsync(cancellation);
            try
            {
                if (!await handler.HandleAsync(change.Delta, cancellation))
                    stopped = true;
            }
            finally
            {
                gate.Release();
            }
        }).ToArray();
        await Task.{|SLC311:WhenAll|}(deliveries);
        if (!stopped && newest is { } final)
            handler.HandleResult(final);
    }
}
