using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sluice;

namespace Corpus.ChannelBetweenReaderAndDelivery;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("channelbetweenreaderanddelivery")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<Change>(100);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadIntoAsync(channel.Writer, after, ended.Token);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation))
                yield return change.Delta;
        }
        finally
        {
            await ended.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadIntoAsync(ChannelWriter<Change> writer, long? after, CancellationToken cancellation)
    {
        try
        {
            await foreach (var change in feed.ReadAsync(after, cancellation))
                await writer.WriteAsync(change, cancellation);
            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }
}
