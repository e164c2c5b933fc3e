using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc305.LocalFunction;

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

[Connector("slc305-localfunction")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var delta in Deltas())
            yield return delta;

        async IAsyncEnumerable<SyncDelta<Person>> Deltas()
        {
            var {|SLC305:found|} = new List<Change>();
            await foreach (var change in feed.ReadAsync(after, cancellation))
                found.Add(change);

            foreach (var change in found)
                yield return change.Delta;
        }
    }
}
