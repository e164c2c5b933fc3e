using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc307.AllAtOnce;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    Task<string> NameAsync(string id, CancellationToken cancellation = default);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("slc307-allatonce")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            var name = feed.NameAsync(change.Id, cancellation);
            var mail = feed.NameAsync(change.Id + "@", cancellation);
            Task.{|SLC307:WaitAll|}([name, mail], cancellation);
            yield return SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, await name + await mail));
        }
    }
}
