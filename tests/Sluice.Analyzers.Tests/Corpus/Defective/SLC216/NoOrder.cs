using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc216NoOrder;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(DateTime ChangedAt, string Id, string Login);

public interface IDatabase
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<Row> QueryAsync(string sql, DateTimeOffset? after, CancellationToken cancellation);
}

/// <summary>Rows come in any order, and a run that stops leaves some behind.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IDatabase database)
{
    [LatestSyncToken<Person>]
    public ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation) => database.NewestAsync(cancellation);

    [Sync<Person>]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in database.QueryAsync({|SLC216:"SELECT p.changed_at, p.id, p.login FROM person p WHERE p.changed_at > @after"|}, after, cancellation))
            yield return SyncDelta.CreateOrUpdate(new DateTimeOffset(row.ChangedAt, TimeSpan.Zero), new Person(row.Id, row.Login));
    }
}
