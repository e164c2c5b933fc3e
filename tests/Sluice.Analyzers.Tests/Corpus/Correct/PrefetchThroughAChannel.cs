using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sluice;

namespace Corpus.PrefetchThroughAChannel;

public sealed record Batch(IReadOnlyList<(long Number, string Id, string? Login)> Changes, bool IsLast);

public interface ISlowApi
{
    Task<long?> NewestAsync(CancellationToken cancellation);

    Task<Batch> ReadAsync(long after, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>While the host handles a batch the next one is on its way; an abandoned iteration ends the reading.</summary>
[Connector("corpus-prefetch")]
public sealed partial class PrefetchingConnector(ISlowApi api)
{
    [LatestSyncToken<Person>]
    public Task<long?> LatestAsync(CancellationToken cancellation) => api.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<Batch>(1);
        var reading = ReadAllAsync(after ?? 0, batches.Writer, abandoned.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                foreach (var (number, id, login) in batch.Changes)
                    yield return login is null ? SyncDelta.Delete<Person>(number, id) : SyncDelta.CreateOrUpdate(number, new Person(id, login));
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAllAsync(long after, ChannelWriter<Batch> writer, CancellationToken cancellation)
    {
        try
        {
            Batch batch;
            do
            {
                batch = await api.ReadAsync(after, cancellation);
                await writer.WriteAsync(batch, cancellation);
                after = batch.Changes is [.., var last] ? last.Number : after;
            }
            while (!batch.IsLast);

            writer.Complete();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            writer.TryComplete();
        }
        catch (Exception exception)
        {
            writer.TryComplete(exception);
        }
    }
}
