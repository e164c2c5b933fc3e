using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.RetryPolicyWithDelegates;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    Task<IReadOnlyList<Change>> PageAsync(long? after, CancellationToken cancellation);
}

[Connector("retrypolicywithdelegates")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var cursor = after; ;)
        {
            var page = await RetryAsync(token => feed.PageAsync(cursor, token), cancellation);
            foreach (var change in page)
                yield return change.Delta;
            if (page.Count == 0)
                yield break;
            cursor = page[^1].Number;
        }
    }

    private static async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                return await work(cancellation);
            }
            catch (Exception) when (!cancellation.IsCancellationRequested && ++failures < 5)
            {
                await Task.Delay(1 << failures, cancellation);
            }
        }
    }
}
