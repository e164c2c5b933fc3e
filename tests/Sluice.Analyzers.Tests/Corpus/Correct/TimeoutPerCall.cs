using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.TimeoutPerCall;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public sealed record Request(long? After, CancellationToken Aborted);

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    Task<IReadOnlyList<Change>> PageAsync(Request request, CancellationToken cancellation = default);
}

[Connector("timeoutpercall")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var cursor = after; ;)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            timeout.CancelAfter(TimeSpan.FromSeconds(30));
            var page = await feed.PageAsync(new Request(cursor, timeout.Token));
            if (page.Count == 0)
                yield break;
            foreach (var change in page)
                yield return change.Delta;
            cursor = page[^1].Number;
        }
    }
}
