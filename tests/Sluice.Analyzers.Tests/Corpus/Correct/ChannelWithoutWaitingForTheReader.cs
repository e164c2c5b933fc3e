using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sluice;

namespace Corpus.ChannelWithoutWaitingForTheReader;

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

[Connector("channelwithoutwaitingforthereader")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<Change>(100);
        _ = ReadIntoAsync(channel.Writer, after, cancellation);
        await foreach (var change in channel.Reader.ReadAllAsync(cancellation))
            yield return change.Delta;
    }

    private async Task ReadIntoAsync(ChannelWriter<Change> writer, long? after, CancellationToken cancellation)
    {
        Exception? error = null;
        try
        {
            await foreach (var change in feed.ReadAsync(after, cancellation))
                await writer.WriteAsync(change, cancellation);
        }
        catch (Exception exception)
        {
            error = exception;
        }

        writer.TryComplete(error);
    }
}
