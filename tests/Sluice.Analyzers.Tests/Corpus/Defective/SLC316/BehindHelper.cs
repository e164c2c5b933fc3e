using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc316BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A helper writes the statement, and formats the value into it.</summary>
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
        await using var command = source.CreateCommand();
        command.CommandText = Statement(after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return SyncDelta.CreateOrUpdate(reader.GetInt64(0), ToPerson(reader));
    }

    private static string Statement(long? after)
        => string.Format(CultureInfo.InvariantCulture, "SELECT number, id, login FROM change_log WHERE number > {0} ORDER BY number", {|SLC316:after.GetValueOrDefault()|});

    private static Person ToPerson(DbDataReader reader) => new(reader.GetString(1), reader.GetString(2));
}
