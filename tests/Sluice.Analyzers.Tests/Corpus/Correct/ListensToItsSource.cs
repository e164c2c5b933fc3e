using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ListensToItsSource;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    event EventHandler Renewed;

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("listenstoitssource")]
public sealed partial class HrConnector
{
    public HrConnector(IFeed feed, TextWriter log)
    {
        _feed = feed;
        _log = log;
        feed.Renewed += OnRenewed;
        feed.Renewed += async (_, _) => await log.WriteLineAsync("renewed");
    }

    private readonly IFeed _feed;
    private readonly TextWriter _log;

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => _feed.NewestAsync(cancellation);

    private async void OnRenewed(object? sender, EventArgs e)
    {
        await _log.WriteLineAsync("renewed");
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in _feed.ReadAsync(after, cancellation))
            yield return change.Delta;
    }
}
