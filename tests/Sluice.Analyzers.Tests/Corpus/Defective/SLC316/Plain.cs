using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc316Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>The position is a part of the statement.</summary>
[Connector("hr")]
public sealed partial class HrConnector(DbDataSource source)
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT max(number) FROM change_log");
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"SELECT number, id, login FROM change_log WHERE number > {{|SLC316:after ?? 0|}} ORDER BY number");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return SyncDelta.CreateOrUpdate(reader.GetInt64(0), ToPerson(reader));
    }

    private static Person ToPerson(DbDataReader reader) => new(reader.GetString(1), reader.GetString(2));
}
