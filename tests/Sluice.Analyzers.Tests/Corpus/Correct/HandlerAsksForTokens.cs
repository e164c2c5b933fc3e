using Sluice;

namespace Corpus.HandlerAsksForTokens;

public interface IQueueLog
{
    Task<long> EndAsync(CancellationToken cancellation);

    IAsyncEnumerable<(long Offset, string Key, string? Title)> ReadAsync(long from, long to, CancellationToken cancellation);
}

[ObjectClass("ticket")]
public sealed partial record Ticket([Uid] string Key, [Name] string Title);

/// <summary>Takes the plain handler and asks whether it wants a token at the end.</summary>
[Connector("corpus-handler-asks")]
public sealed partial class TicketConnector(IQueueLog log)
{
    [LatestSyncToken<Ticket>]
    public async Task<long?> LatestAsync(CancellationToken cancellation) => await log.EndAsync(cancellation);

    [Sync<Ticket>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(long? after, IAsyncSyncResultsHandler<Ticket> handler, CancellationToken cancellation)
    {
        var end = await log.EndAsync(cancellation).ConfigureAwait(false);
        await foreach (var (offset, key, title) in log.ReadAsync(after ?? 0, end, cancellation).ConfigureAwait(false))
        {
            var delta = title is null ? SyncDelta.Delete<Ticket>(offset, key) : SyncDelta.CreateOrUpdate(offset, new Ticket(key, title));
            if (!await handler.HandleAsync(delta, cancellation).ConfigureAwait(false))
                return;
        }

        if (handler is IAsyncSyncTokenResultsHandler<Ticket> tokens)
            tokens.HandleResult(end);
    }
}
