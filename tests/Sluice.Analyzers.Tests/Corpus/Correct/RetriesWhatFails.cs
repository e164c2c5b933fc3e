using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.RetriesWhatFails;

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

[Connector("retrieswhatfails")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var cursor = after; await PageAsync(cursor, cancellation) is { Count: > 0 } page; cursor = page[^1].Number)
        {
            foreach (var change in page)
                yield return change.Delta;
        }
    }

    private async Task<IReadOnlyList<Change>> PageAsync(long? cursor, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await feed.PageAsync(cursor, cancellation);
            }
            catch (IOException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }
}
