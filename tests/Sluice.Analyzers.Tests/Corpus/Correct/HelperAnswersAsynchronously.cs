using Sluice;

namespace Corpus.HelperAnswersAsynchronously;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long? Newest();

    IEnumerable<Change> ReadAfter(long? number);

    IAsyncEnumerable<Change> StreamAfter(long? number, CancellationToken cancellation);
}

/// <summary>The position comes out of an awaited helper.</summary>
[Connector("helper-answers-asynchronously")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        if (await PumpAsync(after, handler, cancellation).ConfigureAwait(false) is { } reached)
            handler.HandleResult(reached);
    }

    private async ValueTask<SyncToken?> PumpAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        if (log.Newest() is not { } newest)
            return null;
        await foreach (var change in log.StreamAfter(after, cancellation).ConfigureAwait(false))
        {
            if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false))
                return null;
        }

        return newest;
    }
}
