using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc311.WhenAll;

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

[Connector("slc311-whenall")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await feed.NewestAsync(cancellation);
        var page = await feed.PageAsync(after, cancellation);
        var answers = await Task.{|SLC311:WhenAll|}(page.Select(async change => await handler.HandleAsync(change.Delta, cancellation)));
        if (answers.All(static wantsMore => wantsMore) && newest is { } final)
            handler.HandleResult(final);
    }
}
