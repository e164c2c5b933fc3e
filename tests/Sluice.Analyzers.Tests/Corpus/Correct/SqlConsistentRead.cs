using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SqlConsistentRead;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>Data and position are of one point in time, so it does not matter which is read first.</summary>
[Connector("sql-consistent")]
public sealed partial class ConsistentConnector(IChangeTable table)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => table.NewestAsync(cancellation);

    [Sync<Person>]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var transaction = await table.BeginTransactionAsync(cancellation);
        await foreach (var (number, person) in table.ReadAsync(after, cancellation))
            yield return SyncDelta.CreateOrUpdate(number, person);
        if (await table.NewestAsync(cancellation) is { } newest)
            yield return SyncEvent.Checkpoint(newest);
    }
}

public interface IChangeTable
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<IAsyncDisposable> BeginTransactionAsync(CancellationToken cancellation);

    IAsyncEnumerable<(long Number, Person Person)> ReadAsync(long? after, CancellationToken cancellation);
}
