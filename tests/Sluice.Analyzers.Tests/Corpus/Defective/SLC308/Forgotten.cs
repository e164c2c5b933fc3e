using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc308.Forgotten;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    Task RemoveAsync(string uid, CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("slc308-forgotten")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Delete<Person>]
    public void Delete(string uid, CancellationToken cancellation)
    {
        feed.{|SLC308:RemoveAsync|}(uid, cancellation);
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
            yield return change.Delta;
    }
}
