using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.CountsBesideTheRun;

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

[Connector("countsbesidetherun")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    private readonly ConcurrentDictionary<string, Task<string>> _names = new(StringComparer.Ordinal);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            var name = _names.GetOrAdd(change.Id, NameAsync);
            _ = CountAsync(change.Id);
            yield return SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, await name));
        }
    }

    private static async Task<string> NameAsync(string id)
    {
        await Task.Yield();
        return id;
    }

    private static Task CountAsync(string id) => Console.Out.WriteLineAsync(id);
}
