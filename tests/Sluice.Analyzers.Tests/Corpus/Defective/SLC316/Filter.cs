using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc316Filter;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A name with a quote in it ends the statement.</summary>
[Connector("hr")]
public sealed partial class HrConnector(DbDataSource source)
{
    [Search<Person>]
    public async IAsyncEnumerable<Person> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand();
        command.CommandText = filter is EqualsFilter equals
            ? $"SELECT number, id, login FROM person WHERE login = '{{|SLC316:equals.Value|}}'"
            : "SELECT number, id, login FROM person";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return ToPerson(reader);
    }

    private static Person ToPerson(DbDataReader reader) => new(reader.GetString(1), reader.GetString(2));

    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT max(number) FROM change_log");
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT number, id, login FROM change_log WHERE number > @number ORDER BY number");
        command.Parameters.Add(after ?? 0);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return SyncDelta.CreateOrUpdate(reader.GetInt64(0), ToPerson(reader));
    }
}
