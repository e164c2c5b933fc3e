using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc216BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(DateTime ChangedAt, string Id, string Login);

public interface IDatabase
{
    ValueTask<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<Row> QueryAsync(string sql, DateTimeOffset? after, CancellationToken cancellation);
}

/// <summary>The query is built by a helper.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IDatabase database)
{
    [LatestSyncToken<Person>]
    public ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation) => database.NewestAsync(cancellation);

    [Sync<Person>]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in database.QueryAsync(Query("person"), after, cancellation))
            yield return SyncDelta.CreateOrUpdate(new DateTimeOffset(row.ChangedAt, TimeSpan.Zero), new Person(row.Id, row.Login));
    }

    private static string Query(string table)
        => {|SLC216:"SELECT changed_at, id, login FROM " + table + " WHERE \"changed_at\" > @lastChange" + " ORDER BY \"changed_at\" ASC"|};
}
