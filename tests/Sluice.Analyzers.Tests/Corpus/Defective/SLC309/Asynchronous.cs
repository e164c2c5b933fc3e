using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc309.Asynchronous;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeReader : IAsyncDisposable
{
    ValueTask<bool> ReadAsync(CancellationToken cancellation);

    Change Current { get; }
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<IChangeReader> OpenAsync(long? after, CancellationToken cancellation);
}

[Connector("slc309-asynchronous")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var {|SLC309:reader|} = await feed.OpenAsync(after, cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation))
            yield return reader.Current.Delta;
        await reader.DisposeAsync();
    }
}
