using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc216PerDelta;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(DateTime ChangedAt, string Id, string Login);

public interface IDatabase
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<Row> QueryAsync(string sql, DateTimeOffset? after, CancellationToken cancellation);
}

/// <summary>Each delta is said to have an instant of its own.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IDatabase database)
{
    [LatestSyncToken<Person>]
    public ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation) => database.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in database.QueryAsync({|SLC216:"""
                             SELECT [ChangedAt], [Id], [Login]
                             FROM [Person]
                             WHERE [ChangedAt] > @since
                             ORDER BY [ChangedAt]
                             """|}, after, cancellation))
            yield return SyncDelta.CreateOrUpdate(new DateTimeOffset(row.ChangedAt, TimeSpan.Zero), new Person(row.Id, row.Login));
    }
}
